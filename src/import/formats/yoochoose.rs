//! Yoochoose (`RecSys` Challenge 2015): `session,time,item,category` without a header. The category is the context of the click (S: a
//! special offer), not what the item is like.

use super::{Content, Is, Plan, is_number, most, plan};
use crate::form::Form;
use crate::times::read_iso;

/// Clicks, and purchases with a price and a quantity.
pub fn without_header(form: &Form) -> Option<Plan> {
    let is_it = most(form, 0, is_number)
        && most(form, 1, |cell| cell.contains('T') && read_iso(cell).is_some())
        && form.columns.len() > 2
        && most(form, 2, is_number);
    match form.columns.len() {
        4 if is_it => {
            let context = Is::Not("the context of the click: it differs from click to click");
            Some(plan(
                form,
                "yoochoose",
                Content::Log,
                &[("session", Is::Session), ("timestamp", Is::Time), ("item", Is::Item), ("category", context)],
            ))
        }
        5 if is_it => Some(plan(form, "yoochoose", Content::Other("purchases"), &[])),
        _ => None,
    }
}
