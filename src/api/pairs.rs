//! JSON objects read so loosely that every wrong member can be told in words and none is silently lost.
//! Imports nothing.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// The most members an object may have; a form has fewer than a hundred points.
const MOST_MEMBERS: usize = 1000;

/// The members of a JSON object in their order, twins included: a map would keep only the last.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pairs(pub Vec<(String, Member)>);

/// The value of a member. What is nested is read past and not kept, so that a file cannot grow in memory.
#[derive(Debug, Clone, PartialEq)]
pub enum Member {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number, as the reader writes it.
    Number(String),
    /// A text.
    Text(String),
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Member {
    /// The whole number, if it is one that fits.
    #[must_use]
    pub fn whole(&self) -> Option<u32> {
        if let Self::Whole(whole) = self { u32::try_from(*whole).ok() } else { None }
    }
}

impl fmt::Display for Member {
    /// As JSON writes it; what is nested is only hinted at.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => out.write_str("null"),
            Self::Truth(truth) => write!(out, "{truth}"),
            Self::Whole(whole) => write!(out, "{whole}"),
            Self::Number(number) => out.write_str(number),
            Self::Text(text) => out.write_str(&serde_json::Value::from(text.as_str()).to_string()),
            Self::Array => out.write_str("[…]"),
            Self::Object => out.write_str("{…}"),
        }
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MemberVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            if pairs.len() == MOST_MEMBERS {
                return Err(de::Error::custom(format_args!("more than {MOST_MEMBERS} members in one object")));
            }
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

struct MemberVisitor;

impl<'de> Visitor<'de> for MemberVisitor {
    type Value = Member;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Member, E> {
        Ok(Member::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Member, E> {
        Ok(Member::Truth(truth))
    }

    fn visit_u64<E>(self, whole: u64) -> Result<Member, E> {
        Ok(Member::Whole(whole))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Member, E> {
        Ok(Member::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Member, E> {
        Ok(Member::Number(serde_json::Value::from(number).to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Member, E> {
        Ok(Member::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Member, E> {
        Ok(Member::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Member, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Member::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Member, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Member::Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Pairs, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn every_member_is_kept_in_its_order_with_its_twins() {
        let pairs =
            read(r#"{"b": 1, "a": null, "b": "x", "c": -0, "d": 1e30, "e": -3, "f": true}"#).expect("an object");
        let told: Vec<String> = pairs.0.iter().map(|(name, member)| format!("{name}={member}")).collect();
        assert_eq!(told, ["b=1", "a=null", "b=\"x\"", "c=-0.0", "d=1e+30", "e=-3", "f=true"]);
    }

    #[test]
    fn what_is_nested_is_hinted_at_and_not_kept() {
        let pairs = read(r#"{"a": [[1], {"x": 2}], "b": {"y": [3]}}"#).expect("an object");
        assert_eq!(pairs.0, [("a".to_owned(), Member::Array), ("b".to_owned(), Member::Object)]);
        assert!(read(&format!("{{\"a\": {}", "[".repeat(100_000))).is_err(), "the depth is bounded");
    }

    #[test]
    fn an_object_with_more_members_than_any_form_is_refused_at_once() {
        let with = |count: usize| format!("{{{}}}", vec!["\"a\":0"; count].join(","));
        assert_eq!(read(&with(MOST_MEMBERS)).map(|pairs| pairs.0.len()).ok(), Some(MOST_MEMBERS));
        assert!(read(&with(MOST_MEMBERS + 1)).is_err_and(|error| error.to_string().contains("1000 members")));
    }
}
