//! What becomes of scores if nobody does anything, as a chart.

use pejling_core::Band;
use pejling_documents::DayResult;

use crate::chart::{Chart, Course, Drawing, Stretch};
use crate::model::Table;
use crate::words::Words;

/// A chart of courses with its table. Each has its first day, the days on which its band changes, and its last day.
pub(crate) fn courses<'c>(words: &Words<'_>, id: &str, title: String, of: impl Iterator<Item = (String, &'c [DayResult])>) -> Chart {
    let heads = ["report-name", "council-from", "council-band", "council-substantiated"].map(|key| words.text(key));
    let mut table = Table::new(title.clone(), heads, &[3]);
    let (mut courses, mut told, mut ends) = (Vec::new(), Vec::new(), (String::new(), String::new()));
    for (label, days) in of {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
        ends = (words.date(first.date.0), words.date(last.date.0));
        let since = |day: &DayResult| u32::try_from((day.date.0 - first.date.0).get_days()).unwrap_or(0);
        let score =
            |day: &DayResult| day.score.as_ref().map_or_else(|| words.text("report-none-apply"), |it| words.percent(it.substantiated));
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut said = Vec::new();
        for day in days {
            table.rows.push(vec![label.clone(), words.date(day.date.0), words.band(band_of(day)), score(day)]);
            if std::ptr::eq(day, last) && day.change.is_none() {
                let text = words.with("council-course-end", &[("score", &score(day)), ("date", &words.date(day.date.0))]);
                said.push(text);
                continue;
            }
            let args = [("band", words.band(band_of(day))), ("score", score(day)), ("date", words.date(day.date.0))];
            let text = words.with("council-course-day", &args);
            if let Some(before) = stretches.last_mut() {
                before.ends = since(day);
            }
            stretches.push(Stretch { begins: since(day), ends: since(last), band: band_of(day), text: String::new() });
            said.push(text);
        }
        let said = said.join("; ");
        if let Some(first) = stretches.first_mut() {
            first.text.clone_from(&said);
        }
        told.push(words.with("council-course", &[("framework", &label), ("days", &said)]));
        courses.push(Course { label, stretches });
    }
    let alternative = words.with("council-courses-alternative", &[("courses", &told.join(". "))]);
    Chart { id: id.to_owned(), title, alternative, drawing: Drawing::Courses { courses, ends }, table }
}

fn band_of(day: &DayResult) -> Option<Band> {
    day.band.as_ref().map(|band| band.0)
}
