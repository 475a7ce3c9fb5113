//! Tables of somebody's own: separators, headers, names in other languages, forms of time, columns that describe items.

use dif_sr_import::problem::Tally;
use dif_sr_import::{Imported, Report};

use crate::support::{held, raw, sequences};

fn read(files: &[(&str, &str)], choices: &str) -> (Report, Imported) {
    let files: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let (report, data) = held(&files, choices);
    let refused = report.refused.clone();
    (report, data.unwrap_or_else(|| panic!("{refused:?}")))
}

fn order(files: &[(&str, &str)], choices: &str) -> String {
    let (_, data) = read(files, choices);
    sequences(&data)
        .into_iter()
        .map(|(user, items)| format!("{user}: {}", items.join(" ")))
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn one_log_in_many_dresses_is_one_log() {
    let expected = "ann: a b c; bob: b a";
    for (name, text) in [
        ("a.csv", "user_id,item_id,timestamp\nann,b,20\nann,a,10\nbob,b,5\nann,c,30\nbob,a,6\n"),
        (
            "semicolon",
            "User;Product;When\nann;b;2015-01-02\nann;a;2015-01-01\nbob;b;2015-01-01\nann;c;2015-01-03\nbob;a;2015-02-01\n",
        ),
        (
            "bar",
            "customer|sku|order_date\nann|b|02.01.2015 10:00\nann|a|01.01.2015 11:00\nbob|b|01.01.2015 00:00\nann|c|13.01.2015 09:00\nbob|a|01.02.2015 00:00\n",
        ),
        (
            "quoted",
            "\"user\",\"item\",\"time\"\n\"ann\",\"b\",\"20\"\n\"ann\",\"a\",\"10\"\n\"bob\",\"b\",\"5\"\n\"ann\",\"c\",\"30\"\n\"bob\",\"a\",\"6\"\n",
        ),
        (
            "korean",
            "고객ID,상품번호,일시\nann,b,2015-01-02 09:00\nann,a,2015-01-02 08:00\nbob,b,2015-01-01\nann,c,2015-01-03\nbob,a,2015-01-02\n",
        ),
        (
            "lines.json",
            "{\"user\": \"ann\", \"item\": \"b\", \"ts\": 20}\n{\"user\": \"ann\", \"item\": \"a\", \"ts\": 10}\n{\"user\": \"bob\", \"item\": \"b\", \"ts\": 5}\n{\"user\": \"ann\", \"item\": \"c\", \"ts\": 30}\n{\"user\": \"bob\", \"item\": \"a\", \"ts\": 6}\n",
        ),
        (
            "array.json",
            "[{\"user\": \"ann\", \"item\": \"b\", \"ts\": 20}, {\"user\": \"ann\", \"item\": \"a\", \"ts\": 10},\n {\"user\": \"bob\", \"item\": \"b\", \"ts\": 5}, {\"user\": \"ann\", \"item\": \"c\", \"ts\": 30}, {\"user\": \"bob\", \"item\": \"a\", \"ts\": 6}]",
        ),
        (
            "two columns of time",
            "user,item,date,time\nann,b,2015-01-01,10:00\nann,a,2015-01-01,09:00\nbob,b,2015-01-01,00:00\nann,c,2015-01-02,00:10\nbob,a,2015-01-01,23:00\n",
        ),
        ("trailing separators", "user,item,time,\nann,b,20,\nann,a,10,\nbob,b,5,\nann,c,30,\nbob,a,6,\n"),
        (
            "row names of R",
            "\"user\",\"item\",\"time\"\n\"1\",\"ann\",\"b\",20\n\"2\",\"ann\",\"a\",10\n\"3\",\"bob\",\"b\",5\n\"4\",\"ann\",\"c\",30\n\"5\",\"bob\",\"a\",6\n",
        ),
    ] {
        assert_eq!(order(&[(name, text)], "{}"), expected, "{name}");
    }
}

#[test]
fn what_is_chosen_counts_before_what_is_guessed() {
    let text = "x,y,z,w\nann,b,20,1\nann,a,10,5\nbob,b,5,4\n";
    let roles = r#""x": {"role": "user"}, "2": {"role": "item"}, "z": {"role": "time"}"#;
    assert_eq!(order(&[("a", text)], &format!("{{\"columns\": {{{roles}}}}}")), "ann: a b; bob: b");
    let rated = format!("{{\"columns\": {{{roles}, \"w\": {{\"role\": \"rating\", \"at_least\": 4}}}}}}");
    assert_eq!(order(&[("a", text)], &rated), "ann: a; bob: b");
    assert_eq!(
        order(&[("a", text)], &format!("{{\"order\": \"file\", \"columns\": {{{roles}}}}}")),
        "ann: b a; bob: b"
    );
    assert_eq!(
        order(&[("a", text)], &format!("{{\"order\": \"file reversed\", \"columns\": {{{roles}}}}}")),
        "ann: a b; bob: b"
    );
}

#[test]
fn items_are_described_by_other_files_and_by_columns_beside_the_clicks() {
    let log = "user,item,time,brand\nann,1,1,x\nann,2,2,y\nbob,1,3,x\nbob,2,4,y\n";
    let items = "id,name,tags,price\n1,Shoe,red|new,12.5\n2,Hat,red,3\n3,Sock,blue|new,4\n";
    let (report, data) = read(&[("log.csv", log), ("items.csv", items)], "{}");
    let names: Vec<&str> = data.items.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
    assert_eq!(names, ["brand", "tags"]);
    assert_eq!(data.items.titles[data.items.names.get("2").unwrap() as usize], "Hat");
    let price = report.columns.iter().find(|column| column.name == "price").unwrap();
    assert!(price.role == "ignore" && price.reason.contains("no attribute"), "{}", price.reason);
    let choices =
        r#"{"files": {"items.csv": {"columns": {"price": {"role": "attribute", "kind": "number", "bins": 2}}}}}"#;
    let (_, data) = read(&[("log.csv", log), ("items.csv", items)], choices);
    assert_eq!(data.items.attributes.last().unwrap().values.rows() - 1, 2);
}

#[test]
fn the_newest_value_before_the_end_counts() {
    let log = "user,item,time\nann,1,1500000010\nann,2,1500000020\nbob,1,1500000030\n";
    let properties = "time,item,property,value\n1500000001,1,colour,red\n1500000005,1,colour,blue\n1500000099,1,colour,green\n1500000001,2,colour,red\n";
    let choices =
        r#"{"files": {"properties.csv": {"columns": {"property": {"long": "name"}, "value": {"long": "value"}}}}}"#;
    let (report, data) = read(&[("log.csv", log), ("properties.csv", properties)], choices);
    let colour = &data.items.attributes[0];
    let value = |item: &str| colour.values.name(colour.of(data.items.names.get(item).unwrap())[0]);
    assert_eq!((colour.name.as_str(), value("1"), value("2")), ("colour", "blue", "red"));
    assert!(
        report.repairs.iter().any(|repair| repair.what.contains("after the end") && repair.count == 1),
        "{:?}",
        report.repairs
    );
}

#[test]
fn parts_of_a_log_are_joined_and_copies_are_not() {
    let head = "user_id:token\titem_id:token\ttimestamp:float\n";
    let (first, second) = (format!("{head}ann\ta\t1\nann\tb\t2\n"), format!("{head}ann\tc\t3\n"));
    assert_eq!(order(&[("x.part2.inter", &second), ("x.part1.inter", &first)], "{}"), "ann: a b c");
    assert_eq!(order(&[("x.test.inter", &second), ("x.train.inter", &first)], "{}"), "ann: a b c");
    let (report, _) = read(&[("one.inter", &first), ("two.inter", &first)], "{}");
    assert_eq!(raw(&report).2, 2);
    assert!(report.problems.iter().any(|problem| problem.code == "copy"));
}

#[test]
fn what_cannot_be_meant_is_refused_with_a_way_out() {
    let refused = |files: &[(&str, &str)], choices: &str| {
        let files: Vec<(String, Vec<u8>)> =
            files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        held(&files, choices).0.refused.unwrap().to_string()
    };
    let log = "user,item,time\nann,1,10\nbob,2,20\n";
    assert!(refused(&[("a.csv", "item,colour\n1,red\n2,blue\n")], "{}").contains("no column that says who"));
    assert!(
        refused(&[("a.csv", log), ("b.csv", "item,colour\n7,red\n8,red\n")], "{}")
            .contains("that the log does not have")
    );
    assert!(refused(&[("a.csv", log)], r#"{"encoding": "klingon"}"#).contains("klingon"));
    assert!(
        refused(&[("a.csv", log)], r#"{"columns": {"time": {"role": "time", "format": "%Q"}}}"#).contains("strftime")
    );
    assert!(refused(&[("a.csv", log)], r#"{"separator": "ab"}"#).contains("one character"));
    assert!(refused(&[("a.csv", "Just some words, and\nmore of them here.\n\n")], "{}").contains("expected"));
}

/// The roles of all columns, in their order.
fn roles(report: &Report) -> Vec<&str> {
    report.columns.iter().map(|column| column.role).collect()
}

#[test]
fn a_chosen_column_takes_the_place_of_the_guessed_one() {
    let log = [("a.csv", "user,item_id,product,time\nann,1,x,3\nann,2,y,1\nbob,1,x,2\nbob,3,z,4\n")];
    assert_eq!(roles(&read(&log, "{}").0), ["user", "item", "ignore", "time"]);
    let (report, data) = read(&log, r#"{"columns": {"product": {"role": "item"}}}"#);
    assert_eq!(roles(&report), ["user", "ignore", "item", "time"]);
    assert_eq!(report.columns[1].reason, "another column was chosen");
    assert_eq!(sequences(&data)["ann"], ["y", "x"]);
}

#[test]
fn where_users_come_again_the_column_of_most_names_is_the_item() {
    let rows: Vec<String> =
        (0..40).map(|n| format!("v{},thing{},{},{}", n % 5, n % 7, n % 2, 1_600_000_000 + n)).collect();
    let (report, _) = read(&[("a.csv", &format!("visit,what,flag,when\n{}\n", rows.join("\n")))], "{}");
    assert_eq!(roles(&report), ["session", "item", "ignore", "time"]);
    // A table of users says nothing of items.
    let users: Vec<String> = (0..40).map(|n| format!("u{n},town{}", n % 7)).collect();
    let (report, data) = held(&[("users.csv".into(), format!("user,town\n{}\n", users.join("\n")).into_bytes())], "{}");
    assert!(data.is_none() && report.refused.is_some());
    // Its columns are named all the same: somebody may know better.
    assert_eq!(roles(&report), ["user", "attribute"]);
}

#[test]
fn times_that_do_not_count_have_no_dates() {
    let log = [("a.csv", "user,item,time\nann,1,2015-01-03\nann,2,2015-01-01\n")];
    assert!(read(&log, "{}").1.log.unit.is_some());
    assert!(read(&log, r#"{"order": "file"}"#).1.log.unit.is_none());
}

/// Clicks of ann and bob, every one of `good` with a time and every one of `bad` with none that can be read.
fn with_bad_times(good: usize, bad: usize) -> (String, Vec<u8>) {
    let rows = (0..good + bad).map(|n| {
        let time = if n < good { (100 + n).to_string() } else { "yesterday".into() };
        format!("{}\ti{n}\t{time}\n", ["ann", "bob"][n % 2])
    });
    let text = format!("user_id:token\titem_id:token\ttimestamp:float\n{}", rows.collect::<String>());
    ("log.inter".into(), text.into_bytes())
}

#[test]
fn rows_that_cannot_be_read_are_left_out_where_they_are_few_or_somebody_chooses_so() {
    let leave_out = r#"{"files": {"log.inter": {"bad_rows": "leave out"}}}"#;
    let few = held(&[with_bad_times(27, 3)], "{}").0;
    assert_eq!(raw(&few).2, 27);

    let many = [with_bad_times(28, 12)];
    let refused = held(&many, "{}").0.refused.unwrap();
    assert_eq!((refused.code, refused.line), ("time", Some(30)));
    assert!(refused.advice.ends_with("12 of 40 rows cannot be read."), "{}", refused.advice);
    assert_eq!(refused.tally, Some(Tally { rows: 40, bad: 12 }));

    for choices in [leave_out, r#"{"bad_rows": "leave out"}"#] {
        let (report, data) = held(&many, choices);
        assert_eq!(raw(&report).2, 28);
        assert_eq!(data.unwrap().log.clicks.len(), 28);
        let told = report.repairs.iter().find(|repair| repair.what == "rows that cannot be read, left out as chosen");
        let told = told.map(|repair| (repair.count, repair.first.line));
        assert_eq!(told, Some((12, Some(30))), "{:?}", report.repairs);
        let rows: u64 = report.problems.iter().filter(|problem| problem.line.is_some()).map(|one| one.count).sum();
        assert_eq!(rows, 12, "each of them is told");
    }
    let others = held(&many, r#"{"files": {"other.inter": {"bad_rows": "leave out"}}}"#).0;
    assert!(others.refused.is_some());
}

#[test]
fn a_header_with_types_says_what_rows_that_lack_a_cell_lack() {
    let log = with_bad_times(40, 0);
    let bare: String = (0..9).map(|n| format!("i{n}\n")).collect();
    let items = ("log.item".into(), format!("item_id:token\tcolour:token\n{bare}").into_bytes());
    let refused = held(&[log, items], "{}").0.refused.unwrap();
    assert_eq!((refused.file.as_str(), refused.line), ("log.item", Some(2)), "{refused:?}");
    assert_eq!((refused.found.as_str(), refused.expected.as_str()), ("1 cell", "2 cells separated by tabs"));
}

#[test]
fn nothing_goes_on_where_no_row_can_be_read() {
    let refused = held(&[with_bad_times(0, 40)], r#"{"bad_rows": "leave out"}"#).0.refused.unwrap();
    assert_eq!((refused.code, refused.tally), ("time", None));
}

#[test]
fn rows_of_a_table_of_items_are_left_out_by_choice_too() {
    let log = ("log.csv".to_owned(), b"user,item,time\nann,a,1\nann,b,2\nbob,a,3\nbob,c,4\n".to_vec());
    let items = ("items.csv".to_owned(), b"item,colour\na,red\nb,blue\nc,green,or blue\n".to_vec());
    let refused = held(&[log.clone(), items.clone()], "{}").0.refused.unwrap();
    assert_eq!((refused.file.as_str(), refused.tally), ("items.csv", Some(Tally { rows: 3, bad: 1 })));
    let (report, data) = held(&[log, items], r#"{"files": {"items.csv": {"bad_rows": "leave out"}}}"#);
    assert_eq!(raw(&report), (2, 3, 4));
    assert!(!data.unwrap().items.describes("c"));
}
