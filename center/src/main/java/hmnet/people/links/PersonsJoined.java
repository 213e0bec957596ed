package hmnet.people.links;

import hmnet.people.patients.PersonId;
import java.util.List;

/// Who is one person with whom has changed (人物の結合・分離): all who are concerned, each once, in a fixed order.
///
/// @param joined whether they are one now; else they were
public record PersonsJoined(List<PersonId> persons, boolean joined) {}
