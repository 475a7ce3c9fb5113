//! Last.fm 1K (O. Celma, `ocelma.net/MusicRecommendationDataset/lastfm-1K.html`): tabs, no header, ISO times, newest first; quotes are
//! ordinary characters, and some tracks have no id.

use super::{Content, Is, Known, Plan, most, plan};
use crate::form::Form;
use crate::times::read_iso;

/// Its description of the users.
pub const KNOWN: [Known; 1] = [Known {
    format: "lastfm-1k",
    content: Content::Other("a description of the users"),
    needs: &["#id", "gender", "country"],
    columns: &[],
}];

/// `userid, timestamp, artid, artname, traid, traname`.
pub fn without_header(form: &Form) -> Option<Plan> {
    let is_it = form.columns.len() == 6 && most(form, 1, |cell| read_iso(cell).is_some()) && most(form, 4, is_uuid);
    is_it.then(|| {
        plan(
            form,
            "lastfm-1k",
            Content::Log,
            &[
                ("userid", Is::User),
                ("timestamp", Is::Time),
                ("artid", Is::Not("the artist's name says the same")),
                ("artname", Is::Single),
                ("traid", Is::Item),
                ("traname", Is::Title),
            ],
        )
    })
}

/// `MusicBrainz`'s ids: 36 characters, four dashes.
fn is_uuid(cell: &str) -> bool {
    cell.len() == 36 && cell.bytes().filter(|&byte| byte == b'-').count() == 4
}
