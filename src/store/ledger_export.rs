//! The ledger as lines of JSON, one entry each: bytes as hex, times as microseconds since 1970.

/// Bytes as hex.
pub(super) mod hex {
    use data_encoding::HEXLOWER;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(in crate::store) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&HEXLOWER.encode(bytes))
    }

    pub(in crate::store) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        HEXLOWER.decode(text.as_bytes()).map_err(serde::de::Error::custom)
    }
}

/// Bytes as hex, or nothing.
pub(super) mod hex_option {
    use data_encoding::HEXLOWER;
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(clippy::ref_option, reason = "serde gives the field as it is")]
    pub(in crate::store) fn serialize<S: Serializer>(bytes: &Option<Vec<u8>>, to: S) -> Result<S::Ok, S::Error> {
        match bytes {
            None => to.serialize_none(),
            Some(bytes) => to.serialize_some(&HEXLOWER.encode(bytes)),
        }
    }

    pub(in crate::store) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<u8>>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        let decode = |text: String| HEXLOWER.decode(text.as_bytes()).map_err(serde::de::Error::custom);
        text.map(decode).transpose()
    }
}
