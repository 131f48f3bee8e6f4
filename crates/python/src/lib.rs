//! What the Python package `pejling` is built over: text in, text out. Types, documents and errors of Python are in `python/pejling`.

use std::collections::BTreeMap;

use pejling_documents::{Language, Library, Limits, Operation};
use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

create_exception!(_pejling, Refused, PyValueError, "An operation that could not be done: the faults as they are printed, and as JSON.");

/// A language by its code; English where there is none of that code.
fn language(code: &str) -> Language {
    code.parse().unwrap_or_default()
}

/// The native part of the package.
#[pymodule]
mod _pejling {
    use super::{BTreeMap, Bound, Language, Library, Limits, Operation, PyAnyMethods, PyDict, PyResult, Python, language, pyfunction};

    #[pymodule_export]
    use super::Refused;

    /// Answers one question in JSON, in JSON: `{"ok": ..}` or `{"faults": [..]}`. The request names its operation in `op`.
    #[pyfunction]
    fn call(py: Python<'_>, request: &str) -> String {
        py.detach(|| pejling_documents::call(request))
    }

    /// Does the operation of that name: the answer is the text that the command prints for `--format json`.
    #[pyfunction]
    fn perform(py: Python<'_>, operation: &str, request: &str) -> PyResult<String> {
        let operation = Operation::named(operation, Language::English);
        let answer = operation.and_then(|operation| py.detach(|| operation.perform(request, Limits::default())));
        answer.map_err(|faults| Refused::new_err((faults.to_string(), serde_json::to_string(&faults).unwrap_or_default()))) // its keys are text
    }

    /// The text of that key for people.
    #[pyfunction]
    fn text(code: &str, key: &str, args: &Bound<'_, PyDict>) -> PyResult<String> {
        let args: BTreeMap<String, String> = args.extract()?;
        let args: Vec<_> = args.iter().map(|(name, value)| (name.as_str(), value)).collect();
        Ok(language(code).text_with(key, &args))
    }

    /// A number as it is written in that language.
    #[pyfunction]
    fn number(code: &str, number: &str) -> String {
        language(code).number(number)
    }

    /// What a requirement or objective of the built-in catalogues is called; another by its name.
    #[pyfunction]
    fn title(code: &str, name: &str) -> String {
        Library::new(language(code)).name_of(name)
    }
}
