package hmnet.care.viewer;

import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;

/// What a facility's staff keep of a person for themselves, for the band above a chart (院内の覚え). A module above knows
/// it.
public interface TeamBands {
    /// That of the reader's own facility, read in the transaction that opened the chart.
    ///
    /// @param pinned whether the page shows the words of pinned notes, which then stands in the log
    TeamBand of(Requester reader, PersonId person, boolean pinned);
}
