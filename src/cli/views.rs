//! Views: searches with a name, built in and one's own.
//! Imports `api`, `client`, `domain` and `text`.

use clap::Subcommand;

use super::{failure::Failure, session::Session, table::Table};
use crate::{
    api::{
        tasks::TaskQuery,
        views::{NewView, ViewCount},
    },
    client::backend::Backend,
    text::{Texts, clean, name, number},
};

/// Commands on views.
#[derive(Debug, Subcommand)]
pub enum ViewsCommand {
    /// List the views with how many open tasks each holds
    List,
    /// Keep a search as a view of one's own; one with the same name is replaced
    Keep {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
        /// The search, as 'status:open frist:<3d'
        #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
        query: String,
    },
    /// Remove a view of one's own
    Remove {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// The views with the number of their tasks.
#[derive(serde::Serialize)]
struct Listed {
    views: Vec<ViewCount>,
}

/// Carries out a command on views, and lists them.
pub(super) async fn run(session: &Session, command: ViewsCommand) -> Result<(), Failure> {
    match command {
        ViewsCommand::List => {}
        ViewsCommand::Keep { name, query } => {
            session.http.keep_view(NewView { name, query }).await?;
        }
        ViewsCommand::Remove { name } => {
            let wanted = name.trim().to_lowercase();
            let own: Vec<_> = counted(session).await?.into_iter().map(|one| one.view).filter(|view| view.own).collect();
            let found = own.iter().find(|view| view.name.to_lowercase() == wanted).ok_or_else(|| {
                let suggestions = own.iter().map(|view| view.name.clone()).collect();
                Failure::UnknownName { given: name.clone(), suggestions }
            })?;
            session.http.remove_view(found.id.clone()).await?;
        }
    }
    let listed = Listed { views: counted(session).await? };
    session.output().answer("views", &listed, |texts, listed| lines(texts, &listed.views))
}

async fn counted(session: &Session) -> Result<Vec<ViewCount>, Failure> {
    Ok(session.http.tasks(TaskQuery { limit: Some(1), ..TaskQuery::default() }).await?.views)
}

fn lines(texts: &Texts, views: &[ViewCount]) -> Vec<String> {
    let head = ["digit", "name", "count", "search"];
    let mut table = Table::new(head.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
    for ViewCount { view, count } in views {
        table.push(vec![
            view.digit.map(|digit| digit.to_string()).unwrap_or_default(),
            clean::line(&name::view(texts, view)),
            count.map(|count| number::whole(count.into())).unwrap_or_default(),
            clean::line(&view.query),
        ]);
    }
    table.lines()
}
