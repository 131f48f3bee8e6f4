//! What a name on the command line means.

use pejling_core::{EntityId, ObjectiveId, RequirementId, Scores};
use pejling_documents::{Diagnostic, Faults, Library, Place, Severity};

use crate::input::Problem;
use crate::score::whole;

/// The entity that was asked for, else the organisation.
pub(crate) fn entity(scores: &Scores<'_>, name: Option<&str>, library: &Library<'_>) -> Result<EntityId, Problem> {
    let Some(name) = name else { return Ok(scores.assessment().organisation().clone()) };
    let known = scores.assessment().entities().iter().map(|it| it.id.as_str());
    let unknown = || {
        let known = known.clone().collect::<Vec<_>>().join(", ");
        Problem::Other(library.language.text_with("entity-unknown", &[("name", name), ("known", &known)]))
    };
    name.parse().ok().filter(|id: &EntityId| known.clone().any(|it| it == id.as_str())).ok_or_else(unknown)
}

/// An objective; the name of a framework is the whole of it.
pub(crate) fn objective(scores: &Scores<'_>, name: &str, library: &Library<'_>) -> Result<ObjectiveId, Problem> {
    let catalogue = scores.assessment().catalogue();
    let framework = catalogue.frameworks().iter().find(|(id, _)| id.as_str() == name);
    if let Some(id) = framework.and_then(|(id, _)| whole(library, id)) {
        return Ok(id);
    }
    one(name, catalogue.objectives().iter().map(|it| (it.id.as_str(), it.id.local(), &it.id)), library).cloned()
}

/// A requirement.
pub(crate) fn requirement(scores: &Scores<'_>, name: &str, library: &Library<'_>) -> Result<RequirementId, Problem> {
    let requirements = scores.assessment().catalogue().requirements();
    one(name, requirements.iter().map(|it| (it.id.as_str(), it.id.local(), &it.id)), library).cloned()
}

/// The qualified name of a requirement or objective.
pub(crate) fn requirement_or_objective(scores: &Scores<'_>, name: &str, library: &Library<'_>) -> Result<String, Problem> {
    let catalogue = scores.assessment().catalogue();
    let requirements = catalogue.requirements().iter().map(|it| (it.id.as_str(), it.id.local(), it.id.as_str()));
    let objectives = catalogue.objectives().iter().map(|it| (it.id.as_str(), it.id.local(), it.id.as_str()));
    one(name, requirements.chain(objectives), library).map(str::to_owned)
}

/// What is called so: by its qualified name, or by its own where only one framework has it.
fn one<'a, T>(name: &str, among: impl Iterator<Item = (&'a str, &'a str, T)> + Clone, library: &Library<'_>) -> Result<T, Problem> {
    let found: Vec<_> = among.clone().filter(|(qualified, local, _)| *qualified == name || *local == name).collect();
    let language = library.language;
    match <[_; 1]>::try_from(found) {
        Ok([(_, _, one)]) => Ok(one),
        Err(found) if found.is_empty() => {
            let unknown = Diagnostic::of("unknown-name-to-explain", &[("name", name)], Severity::Error, Place::default(), language);
            let unknown = unknown.suggesting(name, among.flat_map(|(qualified, local, _)| [qualified, local]), language);
            Err(Problem::Faults(Faults { faults: vec![unknown], more: 0 }))
        }
        Err(found) => {
            let meanings = found.iter().map(|(qualified, ..)| *qualified).collect::<Vec<_>>().join(", ");
            Err(Problem::Other(language.text_with("name-ambiguous", &[("name", name), ("meanings", &meanings)])))
        }
    }
}
