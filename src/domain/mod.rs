//! What it is about: units, periods, the form, reports, tasks, decisions. Pure facts and rules, no I/O and no clock.
//!
//! Imports nothing of the crate.
//!
//! Glossary (Norwegian term in use with the offices): report – *halvårsrapport*; reporting unit –
//! *rapporteringsenhet*; reporting point – *rapporteringspunkt*; extension – *utvidet undersøkelsestid*; breach –
//! *fristoverskridelse*; return – *returnere for korrigering*; access request – *søknad om rapporttilgang*; solved
//! task – *løst oppgave*; Lagre, Fortsett arbeidsflyt, Bekreft – the three stages of a decision.

pub mod access;
pub mod alias;
pub mod amendment;
pub mod batch;
pub mod breaks;
pub mod burndown;
pub mod calendar;
pub mod chain;
pub mod channel;
pub mod codes;
pub mod contact;
pub mod counts;
pub mod decision;
pub mod delivery;
pub mod event;
pub mod extension;
pub mod finding;
pub mod form;
pub mod letter;
pub mod library;
pub mod note;
pub mod office;
pub mod period;
pub mod person;
pub mod policy;
pub mod query;
pub mod reach;
pub mod refusal;
pub mod register;
pub mod report;
pub mod score;
pub mod task;
pub mod told;
pub mod unit;
