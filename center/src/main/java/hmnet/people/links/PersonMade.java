package hmnet.people.links;

import hmnet.people.patients.PersonId;

/// The matcher made a person because two charts met (人物の作成): they have said nothing about consent yet.
public record PersonMade(PersonId person) {}
