//! Numbers and dates as Danes and the English write them, by ICU. Numbers come and go as text: no float ever sees them.

use icu_calendar::Iso;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use jiff::civil::Date;
use pejling_documents::{Language, Signed};

/// The forms of a language.
#[derive(Debug)]
pub(crate) struct Forms {
    language: Language,
    decimals: Option<DecimalFormatter>,
    dates: Option<DateTimeFormatter<YMD>>,
}

impl Forms {
    pub(crate) fn new(language: Language) -> Self {
        let locale: Locale = match language {
            Language::Danish => locale!("da"),
            Language::English => locale!("en-GB"), // day, month, year, as Danish authorities write English
        };
        Self {
            language,
            decimals: DecimalFormatter::try_new((&locale).into(), icu_decimal::options::DecimalFormatterOptions::default()).ok(),
            dates: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
        }
    }

    /// A number: `62,50`, `1.234.567`. What is no number stays as it is.
    pub(crate) fn number(&self, number: impl std::fmt::Display) -> String {
        let text = number.to_string();
        match (&self.decimals, Decimal::try_from_str(&text)) {
            (Some(decimals), Ok(number)) => decimals.format(&number).to_string(),
            (_, Err(_)) | (None, _) => text,
        }
    }

    /// A number of percent, with the sign set as the language does it: `62,50 %`, `62.50%`.
    pub(crate) fn percent(&self, number: impl std::fmt::Display) -> String {
        let space = match self.language {
            Language::Danish => "\u{a0}",
            Language::English => "",
        };
        format!("{}{space}%", self.number(number))
    }

    /// A change in percentage points, with its sign; a minus that is not a hyphen.
    pub(crate) fn change(&self, change: Signed) -> String {
        let text = change.to_string();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => ("\u{2212}", digits),
            None => text.strip_prefix('+').map_or(("", text.as_str()), |digits| ("+", digits)),
        };
        format!("{sign}{}", self.number(digits))
    }

    /// A date: `22. november 2026`.
    pub(crate) fn date(&self, date: Date) -> String {
        let (year, month, day) = (i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
        match (&self.dates, icu_calendar::Date::try_new_iso(year, month, day)) {
            (Some(dates), Ok(date)) => {
                let date: icu_calendar::Date<Iso> = date;
                dates.format(&date).to_string()
            }
            (_, Err(_)) | (None, _) => date.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use pejling_core::Change;

    use super::*;

    #[test]
    fn numbers_and_dates_stand_as_people_write_them() {
        let (danish, english) = (Forms::new(Language::Danish), Forms::new(Language::English));
        assert_eq!(danish.number("62.50"), "62,50");
        assert_eq!(danish.number("1234567.8"), "1.234.567,8");
        assert_eq!(english.number("1234567.8"), "1,234,567.8");
        assert_eq!(danish.percent("0.00"), "0,00\u{a0}%");
        assert_eq!(english.percent("0.00"), "0.00%");
        assert_eq!(danish.date(date(2026, 11, 22)), "22. november 2026");
        assert_eq!(english.date(date(2026, 11, 22)), "22 November 2026");
        let change = |old: &str, new: &str| Signed(Change::between(old.parse().unwrap(), new.parse().unwrap()));
        assert_eq!(danish.change(change("57.73", "52.54")), "\u{2212}5,19");
        assert_eq!(danish.change(change("52.54", "57.73")), "+5,19");
        assert_eq!(danish.change(change("50", "50")), "0,00");
        assert_eq!(danish.number("à"), "à");
    }
}
