//! Names: what the parts of a catalogue and of an assessment are called.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use smol_str::SmolStr;

use crate::fault::faults;

/// Longest id, in characters, of a framework, requirement, objective or entity.
pub const ID_LENGTH_LIMIT: usize = 64;
/// Longest id, in characters, of an evidence.
pub const EVIDENCE_ID_LENGTH_LIMIT: usize = 128;

faults! {
    /// Why a text is no id.
    IdError {
        /// Nothing was written.
        #[error("an id is empty")]
        "id-empty" Empty,
        /// The id is too long.
        #[error("the id `{id}` is longer than {limit} characters")]
        "id-too-long" TooLong {
            id: String,
            limit: usize,
        },
        /// The id has a character that it may not have.
        #[error("the id `{id}` has the character {found:?}")]
        "id-character" Character {
            id: String,
            found: char,
        },
        /// The id lacks the framework in front.
        #[error("the id `{id}` does not name its framework")]
        "id-without-framework" Unqualified {
            id: String,
        },
    }
}

/// Refuses what is empty, too long, or has a character that `allowed` refuses at its position.
fn check(text: &str, limit: usize, allowed: impl Fn(usize, char) -> bool) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() <= limit && text.bytes().enumerate().all(|(place, byte)| byte.is_ascii() && allowed(place, char::from(byte))) {
        return Ok(()); // nearly all are
    }
    if text.chars().count() > limit {
        return Err(IdError::TooLong { id: text.chars().take(40).collect(), limit });
    }
    match text.chars().enumerate().find(|&(place, found)| !allowed(place, found)) {
        Some((_, found)) => Err(IdError::Character { id: text.to_owned(), found }),
        None => Ok(()),
    }
}

fn framework_character(place: usize, found: char) -> bool {
    found.is_ascii_lowercase() || found.is_ascii_digit() || (place > 0 && found == '-')
}

fn word_character(place: usize, found: char) -> bool {
    found.is_ascii_alphanumeric() || (place > 0 && matches!(found, '.' | '-' | '_'))
}

fn evidence_character(_: usize, found: char) -> bool {
    // neither what ends a line nor what turns the direction of writing: an id stands where it is printed
    !found.is_control() && !matches!(found, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The common body of an id: text that was checked once and is cheap to copy.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SmolStr);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let parse: fn(&str) -> Result<(), IdError> = $parse;
                parse(text)?;
                Ok(Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// The name of a framework, such as `iso27001-2022`: lower-case letters, digits and dashes.
    FrameworkId, |text| check(text, ID_LENGTH_LIMIT, framework_character)
}
id! {
    /// The name of an edition of a framework's catalogue, such as `2026.1`.
    Edition, |text| check(text, ID_LENGTH_LIMIT, word_character)
}
id! {
    /// The qualified name of a requirement, such as `iso27001-2022:A.8.15`.
    RequirementId, check_qualified
}
id! {
    /// The qualified name of an objective, such as `gdpr:theme-rights`.
    ObjectiveId, check_qualified
}
id! {
    /// The name of an entity: a region, hospital, system, project, supplier or platform.
    EntityId, |text| check(text, ID_LENGTH_LIMIT, word_character)
}
id! {
    /// The name of an evidence: any text without control characters, as case systems number them.
    EvidenceId, |text| check(text, EVIDENCE_ID_LENGTH_LIMIT, evidence_character)
}

fn check_qualified(text: &str) -> Result<(), IdError> {
    let Some((framework, local)) = text.split_once(':') else {
        check(text, ID_LENGTH_LIMIT, word_character)?;
        return Err(IdError::Unqualified { id: text.to_owned() });
    };
    check(framework, ID_LENGTH_LIMIT, framework_character)?;
    check(local, ID_LENGTH_LIMIT, word_character)
}

/// The common body of an id that names its framework.
macro_rules! qualified {
    ($name:ident) => {
        impl $name {
            /// The name of the framework, before the colon.
            #[must_use]
            pub fn framework(&self) -> &str {
                self.0.split_once(':').map_or(&*self.0, |(framework, _)| framework)
            }

            /// The name within the framework, after the colon.
            #[must_use]
            pub fn local(&self) -> &str {
                self.0.split_once(':').map_or(&*self.0, |(_, local)| local)
            }

            /// Qualifies a name within a framework.
            ///
            /// # Errors
            ///
            /// As for reading the whole id.
            pub fn of(framework: &FrameworkId, local: &str) -> Result<Self, IdError> {
                check(local, ID_LENGTH_LIMIT, word_character)?;
                Ok(Self(format!("{framework}:{local}").into()))
            }
        }
    };
}
qualified!(RequirementId);
qualified!(ObjectiveId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_one_spelling() {
        #[track_caller]
        fn check<T: FromStr<Err = IdError>>(text: &str, expected: Result<(), &str>) {
            assert_eq!(text.parse::<T>().map(|_| ()).map_err(|fault| fault.code()), expected, "{text}");
        }
        check::<FrameworkId>("iso27001-2022", Ok(()));
        check::<FrameworkId>("ISO", Err("id-character"));
        check::<FrameworkId>("-iso", Err("id-character"));
        check::<RequirementId>("iso27001-2022:A.8.15", Ok(()));
        check::<RequirementId>("A.8.15", Err("id-without-framework"));
        check::<RequirementId>("iso:", Err("id-empty"));
        check::<RequirementId>("iso:A:B", Err("id-character"));
        check::<RequirementId>("", Err("id-empty"));
        check::<EntityId>("nordhospital", Ok(()));
        check::<EntityId>("nord hospital", Err("id-character"));
        check::<EntityId>(&"x".repeat(65), Err("id-too-long"));
        check::<EvidenceId>("2026/14 – log", Ok(()));
        check::<EvidenceId>("a\tb", Err("id-character"));
    }

    #[test]
    fn a_qualified_id_has_two_parts() {
        let id: RequirementId = "iso27001-2022:A.8.15".parse().unwrap();
        assert_eq!((id.framework(), id.local()), ("iso27001-2022", "A.8.15"));
        assert_eq!(RequirementId::of(&"iso27001-2022".parse().unwrap(), "A.8.15").unwrap(), id);
    }
}
