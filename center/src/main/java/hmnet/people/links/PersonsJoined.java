package hmnet.people.links;

import hmnet.people.patients.PersonId;
import java.util.List;

/// Persons were joined or parted (人物の結合・分離): all who are concerned, each once, in a fixed order.
///
/// @param joined whether they are one now; else they were
public record PersonsJoined(List<PersonId> persons, boolean joined) {}
