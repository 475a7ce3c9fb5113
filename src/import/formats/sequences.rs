//! One user a line, `user item item ...` in time order, and `{"item": [value, ...]}` beside it: S3-Rec's files
//! (`RUCAIBox/CIKM2020-S3Rec: data/`).

use super::{Content, Plan};
use crate::form::{Form, Shape};
use crate::role::{AttributeRule, Column, Role, Split};

/// The plan of such a file; none if it is a table.
#[must_use]
pub fn recognise(form: &Form) -> Option<Plan> {
    let item = |name: &str, reason: &str| Column::new(name, Role::Item, reason);
    match form.shape {
        Shape::Sequences { .. } => Some(Plan {
            format: "s3rec",
            content: Content::Log,
            columns: vec![
                Column::new("user", Role::User, "the first word of every line"),
                item("items", "the words behind it, oldest first"),
            ],
        }),
        Shape::Values => {
            let rule = AttributeRule::bag("attributes", Split::ListOr(String::new()));
            let values = Column::new("attributes", Role::Attribute(rule), "the list behind each key");
            Some(Plan {
                format: "s3rec",
                content: Content::Items,
                columns: vec![item("item", "the keys of the object"), values],
            })
        }
        _ => None,
    }
}
