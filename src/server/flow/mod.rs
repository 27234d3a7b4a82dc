//! What happens to a case, step by step: arrival, draft, decision, undo. The same steps serve HTTP and a history.
//! Imports `domain`, `text` and `api`.

pub mod accept;
pub mod apply;
pub mod ask;
pub mod audit;
pub mod batch;
pub mod broadcast;
pub mod channels;
pub mod check;
pub mod counts;
pub mod decide;
pub mod dispatch;
pub mod draft;
pub mod extensions;
pub mod eyes;
pub mod fields;
pub mod figures;
pub mod intake;
pub mod letter;
pub mod marks;
pub mod notices;
pub mod overview;
pub mod parcels;
pub mod people;
pub mod read;
pub mod recall;
pub mod remind;
pub mod review;
pub mod search;
pub mod staff;
pub mod stages;
pub mod standing;
pub mod undo;
pub mod unit_page;
pub mod units;
pub mod window;
