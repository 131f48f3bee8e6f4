//! The report of a screening: go, go under conditions, or no; what has to be done before the start, and by whom.

use pejling_core::Screening;
use pejling_documents::{Faults, ScreeningDocument, ScreeningQuestion};

use crate::about;
use crate::closed::Closed;
use crate::model::{Audience, Block, Report, Section, Table};
use crate::order::Order;

pub(crate) fn screening(order: &Order<'_>) -> Result<Report, Faults> {
    let closed = Closed::new(order);
    let document = order.checked.screening(order.scores, &order.entity)?;
    let words = &closed.words;
    let mut sections = vec![closed.outcome(&document)];
    for (outcome, id, key) in [
        (Screening::No, "stops", "screening-stopping"),
        (Screening::Conditions, "conditions", "screening-conditions-head"),
        (Screening::Go, "met", "screening-fine"),
    ] {
        let of: Vec<_> = document.questions.iter().filter(|it| it.outcome.0 == outcome).collect();
        if !of.is_empty() {
            sections.push(closed.questions(id, key, &of));
        }
    }
    sections.extend(closed.dissent_section());
    let about = closed.about(&document.method, &document.catalogues);
    let content = &closed.content;
    let standing_by = about::standing_by(words, content.scope_note.as_deref(), content.sign_off.as_ref());
    sections.push(about::sources(words, &about, standing_by));
    Ok(closed.report("screening-title", Audience::Screening, sections, about))
}

impl Closed<'_> {
    fn outcome(&self, document: &ScreeningDocument) -> Section {
        let words = &self.words;
        let outcome = words.text(&format!("screening-{}", document.outcome.0.name()));
        let of = |outcome: Screening| document.questions.iter().filter(|it| it.outcome.0 == outcome).count();
        let counts = [("go", of(Screening::Go)), ("conditions", of(Screening::Conditions)), ("no", of(Screening::No))];
        let counts = counts.map(|(name, count)| (name, count.to_string()));
        let blocks = vec![
            Block::callout(words.with("screening-outcome", &[("outcome", &outcome)]), words.with("screening-counts", &counts)),
            Block::paragraph(words.text("screening-reading")),
        ];
        self.words.section("outcome", "screening-outcome-head", blocks)
    }

    fn questions(&self, id: &str, key: &str, of: &[&ScreeningQuestion]) -> Section {
        let words = &self.words;
        let disputed = of.iter().any(|it| self.disputes(&it.requirement));
        let heads = words.heads(["screening-question", "declared", "screening-what"]);
        let rows = of.iter().map(|it| {
            let mut title = words.requirement(&it.requirement);
            if it.critical {
                title = format!("{title} ({})", words.text("screening-critical"));
            }
            let declared =
                if it.answered { words.declared(it.score, self.disputes(&it.requirement)) } else { words.text("screening-unanswered") };
            vec![title, declared, self.what(it)]
        });
        let table = Table::new(words.counted(&format!("{key}-table"), of.len()), heads, &[1]).with(rows).noting(words.disputed(disputed));
        let blocks = vec![Block::paragraph(words.text(&format!("{key}-intro"))), Block::Table(table)];
        self.words.section(id, key, blocks)
    }

    /// What is planned for a question, by whom and by when, or what is missing.
    fn what(&self, it: &ScreeningQuestion) -> String {
        let words = &self.words;
        let measures = it.measures.iter().map(|measure| {
            let due = measure.due.as_ref().map_or_else(|| words.text("nobody-said"), |due| words.date(due.0));
            let args = [("measure", measure.id.clone()), ("owner", self.who(measure.owner.as_ref())), ("due", due)];
            words.with("screening-measure", &args)
        });
        let mut said: Vec<String> = measures.collect();
        let is_met = it.measures.iter().any(|measure| measure.owner.is_some() && measure.due.is_some());
        match it.outcome.0 {
            Screening::Go => {}
            Screening::Conditions | Screening::No if is_met => {}
            Screening::Conditions | Screening::No => {
                said.push(words.text(if it.critical { "screening-needs-before" } else { "screening-needs" }));
            }
        }
        said.join("; ")
    }
}
