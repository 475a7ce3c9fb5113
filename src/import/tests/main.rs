//! The importer on whole files: the visible cases of `../shared/cases`, and inputs that somebody damaged.

mod any;
mod cases;
mod large;
mod mutations;
mod support;
