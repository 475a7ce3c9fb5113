//! What the names of columns mean, as far as they say it.

/// What a name says of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Who.
    User,
    /// Which visit.
    Session,
    /// What.
    Item,
    /// When.
    Time,
    /// How much.
    Rating,
    /// What kind of event.
    Event,
    /// How the item is called.
    Title,
    /// What the item is like.
    Attribute,
    /// One of these, by what stands beside it: `id`.
    Id,
    /// Nothing that a model reads.
    Other,
}

use Meaning::{Attribute, Event, Id, Item, Other, Rating, Session, Time, Title, User};

/// Names without case and signs, with `id` taken off where it ends them.
const KNOWN: [(Meaning, &str); 10] = [
    (
        User,
        "user u uid username visitor customer cust reviewer member buyer player client person reader listener account shopper 사용자 회원 고객 유저 用户 用户编号",
    ),
    (Session, "session sess visit sid 세션 会话"),
    (
        Item,
        "item i iid product prod movie film asin parentasin business sku article track song book game video goods app news poi venue recipe isbn content 상품 아이템 제품 商品 物品",
    ),
    (
        Time,
        "timestamp time datetime date ts t unixreviewtime reviewtime createdat updatedat eventtime clicktime viewtime starttime playedat unixtime eventdate eventts timestampms utctime 시간 시각 일시 날짜 时间 时间戳",
    ),
    (Rating, "rating ratings stars star overall score 평점 별점 评分"),
    (
        Event,
        "event eventtype eventname action actiontype behavior behaviour behaviortype behaviourtype interactiontype activity 행동 이벤트 行为",
    ),
    (
        Title,
        "title name itemname itemtitle movietitle producttitle productname trackname songname tracktitle bookname booktitle appname gamename businessname displayname 제목 상품명 이름 名称 标题",
    ),
    (
        Attribute,
        "genre genres category categories cat brand class tag tags color colour artist artistname author publisher city state country seller shop department kind style shelf year store maincategory developer material gender type keywords language 장르 분류 카테고리 브랜드 종류 类别 品牌",
    ),
    (Id, "id key code 번호"),
    (
        Other,
        "index row rowid quantity price comment review text reviewtext summary url image description verified vote helpful transaction order",
    ),
];

/// What a name says; none if nothing.
#[must_use]
pub fn meaning(name: &str) -> Option<Meaning> {
    let plain = plain(name);
    let find = |wanted: &str| {
        KNOWN.iter().find(|(_, names)| names.split(' ').any(|name| name == wanted)).map(|(meaning, _)| *meaning)
    };
    // `category_id` describes, `user_id` names: taking `id` off leaves the meaning as it is.
    let bare = ["ids", "idx", "id", "no", "num", "code", "key", "번호", "编号"]
        .iter()
        .find_map(|end| plain.strip_suffix(end))
        .filter(|bare| !bare.is_empty());
    find(&plain)
        .or_else(|| bare.and_then(find))
        .or_else(|| last_word(name).and_then(|word| find(&word)).filter(|meaning| matches!(meaning, Time | Rating)))
}

/// Whether a name says a date without a time of day, or the other way round.
#[must_use]
pub fn is_time_of_day(name: &str) -> bool {
    matches!(plain(name).as_str(), "timeframe" | "timeofday" | "hour" | "clock" | "daytime" | "offset")
}

/// Without case, signs and blanks.
#[must_use]
pub fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The last word of a name such as `purchase_time`.
fn last_word(name: &str) -> Option<String> {
    let (_, last) = name.rsplit_once(|c: char| !c.is_alphanumeric())?;
    Some(plain(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mean_the_same_in_every_spelling() {
        for (name, meaning) in [
            ("userId", User),
            ("user_id", User),
            ("visitorid", User),
            ("고객ID", User),
            ("session_id", Session),
            ("parent_asin", Item),
            ("상품번호", Item),
            ("time_stamp", Time),
            ("purchase_time", Time),
            ("stars", Rating),
            ("action_type", Event),
            ("movie_title", Title),
            ("cat_id", Attribute),
            ("id", Id),
            ("transactionid", Other),
        ] {
            assert_eq!(super::meaning(name), Some(meaning), "{name}");
        }
        assert_eq!(super::meaning("x7"), None);
        assert_eq!(super::meaning(""), None);
    }
}
