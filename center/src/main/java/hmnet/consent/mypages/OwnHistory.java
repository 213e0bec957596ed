package hmnet.consent.mypages;

import hmnet.consent.consents.Consents;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.relations.Relations;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the pages of one's own say beside the records, as lines to take away (書き出しの履歴): the log, the
/// consent, the facilities and who represents the person. A proxy gets what their pages show and no more.
@Component
public class OwnHistory {
    private static final int SAID_MAX = 500;

    /// More than a year of a person in daily care.
    private static final int LOG_MAX = 20_000;

    private final OwnLog log;
    private final Consents consents;
    private final Relations relations;
    private final Proxies proxies;
    private final Facilities facilities;

    OwnHistory(OwnLog log, Consents consents, Relations relations, Proxies proxies, Facilities facilities) {
        this.log = log;
        this.consents = consents;
        this.relations = relations;
        this.proxies = proxies;
        this.facilities = facilities;
    }

    /// Takes a line: its part, its moment, its words.
    public interface HistoryLines {
        void add(List<String> line) throws IOException;
    }

    /// All lines; whoever takes them leaves the trace.
    public void each(ResidentCaller resident, Messages m, HistoryLines lines) throws IOException {
        var person = new PersonId(resident.person());
        for (var said : consents.said(person, SAID_MAX)) {
            lines.add(List.of(
                    m.t("my.consent"),
                    m.moment(said.at()),
                    m.t("my.consent-then." + said.state().word())));
        }
        if (!resident.sees()) {
            return;
        }
        for (var tie : relations.caringFor(person)) {
            lines.add(List.of(
                    m.t("my.facilities"),
                    m.moment(tie.since()),
                    facilities.get(tie.facility()).name() + " "
                            + m.t("my.ties.how." + tie.how().word()) + " " + m.t("my.until", m.moment(tie.until()))));
        }
        if (resident.representation() == null) {
            for (var proxy : proxies.of(person)) {
                lines.add(List.of(m.t("my.proxies"), m.shortDay(proxy.until()), proxy.name()));
            }
        }
        log(resident, m, lines);
    }

    private void log(ResidentCaller resident, Messages m, HistoryLines lines) throws IOException {
        @Nullable UUID before = null;
        for (var written = 0; written < LOG_MAX; ) {
            var part = log.part(resident, before);
            for (var line : part.lines()) {
                var words = OwnLogWords.of(line, m).all();
                lines.add(List.of(m.t("my.log"), words.getFirst(), String.join(" ", words.subList(1, words.size()))));
            }
            written += part.lines().size();
            before = part.older();
            if (before == null) {
                return;
            }
        }
        lines.add(List.of(m.t("my.log"), "", m.t("my.log.more")));
    }
}
