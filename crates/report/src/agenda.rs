//! An agenda item to paste: the motion, a summary, the case, what it costs, annexes. As public as the report to the council.

use pejling_documents::{ExtractDocument, Library};

use crate::council::Teller;
use crate::model::{About, Audience, Block, Report, Run};

/// The agenda item of the council's yearly discussion.
#[must_use]
pub fn agenda(extract: &ExtractDocument, library: &Library<'_>) -> Report {
    let teller = Teller::new(extract, library);
    let words = &teller.words;
    let about = About::from(extract);
    let (planned, since) = (&extract.planned_in_all, extract.since.as_ref());

    let mut motion = vec![words.text("agenda-motion-note")];
    motion.extend((planned.overdue > 0).then(|| words.counted("agenda-motion-overdue", planned.overdue)));
    motion.extend((planned.count > 0).then(|| words.counted("agenda-motion-plan", planned.count)));
    motion.push(words.text("agenda-motion-next"));

    let matters = teller.what_matters().into_iter().take(3);
    let matters = matters.map(|(what, why)| vec![Run::strong(what), Run::plain(format!(" {why}"))]);

    let frameworks: Vec<_> = extract.frameworks.iter().map(|it| words.framework(&it.framework)).collect();
    let (date, frameworks) = (words.date(extract.as_of.0), words.listed(&frameworks));
    let args = [("date", date.as_str()), ("entity", &about.organisation), ("frameworks", &frameworks)];
    let mut case = vec![Block::paragraph(words.with("agenda-case-intro", &args))];
    case.extend(teller.decided().blocks.into_iter().filter(|block| !matches!(block, Block::Table(_))));
    case.push(Block::paragraph(words.text("agenda-case-reading")));
    case.push(Block::list(false, teller.standings()));
    if extract.frameworks.iter().any(|it| it.whole.disputed) {
        case.push(Block::paragraph(words.text("report-disputed")));
    }
    case.extend(since.into_iter().flat_map(|it| &it.whole).map(|it| Block::paragraph(teller.why(it))));

    let economy = if planned.count == 0 {
        words.text("agenda-economy-none")
    } else {
        words.with("agenda-economy-text", &[("count", &planned.count.to_string()), ("cost", &words.number(planned.cost))])
    };
    let annex = words.with("agenda-annex-report", &[("entity", &about.organisation), ("date", &date)]);
    let annexes = [Some(annex), extract.dpo_statement.as_ref().map(|_| words.text("agenda-annex-dpo"))];
    Report {
        title: words.text("agenda-title"),
        subtitle: words.with("report-of", &[("entity", &about.organisation), ("date", &date)]),
        language: library.language,
        audience: Audience::Agenda,
        sections: vec![
            words.section("motion", "agenda-motion", vec![Block::paragraph(words.text("agenda-motion-intro")), Block::list(true, motion)]),
            words.section("summary", "agenda-summary", vec![Block::List { ordered: false, items: matters.collect() }]),
            words.section("case", "agenda-case", case),
            words.section("economy", "agenda-economy", vec![Block::paragraph(economy)]),
            words.section("annexes", "agenda-annexes", vec![Block::list(false, annexes.into_iter().flatten())]),
        ],
        about,
    }
    .masked()
}
