//! Whether the database answers, and what waits in it.
//! Imports nothing of the crate.

use sqlx::Row as _;

use super::{
    Store, open,
    row::{self, Read},
};
use crate::api::fault::Fault;

/// How many deliveries are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxState {
    /// The state.
    pub state: String,
    /// How many.
    pub count: i64,
}

impl Store {
    /// The connections to the database, and how many of them nobody uses now.
    #[must_use]
    pub fn connections(&self) -> (u32, usize) {
        (self.inner.pool.size(), self.inner.pool.num_idle())
    }

    /// True when the database answers and has the shape that this program knows.
    pub async fn is_ready(&self) -> bool {
        self.shape().await.is_ok_and(|shape| shape == open::newest_known())
    }

    /// The shape of the database: the number of the newest change.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn shape(&self) -> Result<i64, Fault> {
        let mut conn = self.read().await?;
        let row = sqlx::query("select coalesce(max(version), 0) as newest from _sqlx_migrations").fetch_one(&mut *conn);
        Ok(row.await.and_then(|row| row.try_get("newest"))?)
    }

    /// What waits in the outbox, by state; what has left is not counted.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn outbox_states(&self) -> Result<Vec<OutboxState>, Fault> {
        let mut conn = self.read().await?;
        let text = "select state, count(*) as count from delivery where state not in ('sent', 'cancelled')
             group by state order by state";
        let rows = sqlx::query(text).fetch_all(&mut *conn).await?;
        let states =
            rows.iter().map(|row| Ok(OutboxState { state: row::text(row, "state")?, count: row.try_get("count")? }));
        Ok(states.collect::<Read<Vec<_>>>()?)
    }
}
