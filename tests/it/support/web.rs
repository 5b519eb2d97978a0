//! An HTTP client as mail providers and browsers use one.

use super::house::PATIENCE;

/// An answer with what the tests look at.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) headers: Vec<(String, String)>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The page as people read it: without the isolates that stand around each value.
    pub(crate) fn words(&self) -> String {
        self.body.replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The value of the first form field or link that begins with `before` and ends with `"`.
    pub(crate) fn between(&self, before: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(before)?;
        Some(rest.split_once('"')?.0.to_owned())
    }
}

pub(crate) fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE));
    config.max_redirects(0).http_status_as_error(false).build().into()
}

/// What came back, whatever its status.
pub(crate) fn send(sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    answer(sent.unwrap())
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let headers = response.headers().iter();
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned())).collect();
    Answer {
        status: response.status().as_u16(),
        headers,
        body: response.body_mut().read_to_string().unwrap_or_default(),
    }
}

pub(crate) fn get(url: &str) -> Answer {
    answer(agent().get(url).call().unwrap())
}

pub(crate) fn head(url: &str) -> Answer {
    answer(agent().head(url).call().unwrap())
}

/// The POST of RFC 8058 section 3.2, as most providers send it.
pub(crate) fn one_click(url: &str) -> Answer {
    post(url, &[("List-Unsubscribe", "One-Click")], &[])
}

/// The word that the page at `url` puts into its forms.
pub(crate) fn visit_of(url: &str) -> String {
    let page = get(url);
    page.between("name=\"visit\" value=\"").unwrap_or_else(|| panic!("{url} has no form: {}", page.body))
}

/// Opens the page of a form and sends the form, as a browser does.
pub(crate) fn press(url: &str, form: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
    let page = ["/data", "/receipt", "/letter"].iter().find_map(|sub| url.strip_suffix(sub)).unwrap_or(url);
    // What has been done shows no form any more.
    let visit = get(page).between("name=\"visit\" value=\"").unwrap_or_default();
    let form: Vec<_> = form.iter().copied().chain([("visit", visit.as_str())]).collect();
    post(url, &form, headers)
}

/// A form with extra headers.
pub(crate) fn post(url: &str, form: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
    let mut request = agent().post(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    answer(request.send_form(form.iter().copied()).unwrap())
}

/// Any body with any content type, or none.
pub(crate) fn post_raw(url: &str, content_type: Option<&str>, body: &[u8]) -> Answer {
    let mut request = agent().post(url);
    if let Some(kind) = content_type {
        request = request.header("Content-Type", kind);
    }
    answer(request.send(body).unwrap())
}
