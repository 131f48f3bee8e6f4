//! How errors are declared: a sentence, a stable code, and the names that the sentence speaks of.

/// Declares an error enum with a `code` for each variant and its fields as arguments, so that texts in any language can be made of it.
macro_rules! faults {
    ($(#[$doc:meta])* $name:ident { $($(#[$meta:meta])* $code:literal $variant:ident $({ $($field:ident: $type:ty),+ $(,)? })?,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "the fields are the names that the sentence above them speaks of")]
        pub enum $name {
            $($(#[$meta])* $variant $({ $($field: $type),+ })?,)+
        }

        impl $name {
            /// The stable names of all faults of this kind.
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// The stable name of the fault.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)+
                }
            }

            /// What the fault speaks of, by name.
            #[must_use]
            pub fn args(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$variant $({ $($field),+ })? => vec![$($((stringify!($field), $field.to_string())),+)?],)+
                }
            }
        }
    };
}
pub(crate) use faults;
