//! Who answers for the mail, as consent records name it.

/// The controller, as far as it is not told by the senders' own settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Controller {
    /// Its legal name; the name that company mail is from where absent.
    pub name: Option<String>,
    /// Where people reach it: an address or a URL; the remove address where absent.
    pub contact: Option<String>,
    /// The country or region whose law applies.
    pub jurisdiction: Option<String>,
    /// Where data are stored.
    pub storage_location: Option<String>,
    /// How long data are kept.
    pub retention: Option<String>,
}
