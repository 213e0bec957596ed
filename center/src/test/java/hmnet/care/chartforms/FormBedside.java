package hmnet.care.chartforms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Ward;
import hmnet.record.forms.SheetStore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/// A nurse, and somebody in care whose sheets they fill in (帳票の病棟).
abstract class FormBedside extends Ward {
    static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/forms");
    static final String VITALS = "urn:hmnet:sheet:vital-observation|1";
    static final String WHEN = "a-1.0-2";
    static final String WEIGHT = "a-1.0-3";
    static final String PULSE = "a-1.0-9";

    @Autowired
    FormsPage list;

    @Autowired
    FillPage fill;

    @Autowired
    SignedFormPage signed;

    @Autowired
    SheetStore sheets;

    Requester nurse;
    PersonId person;
    String chart = "";

    @BeforeEach
    void somebodyInCare() {
        var hospital = hospital();
        nurse = at(hospital, Profession.NURSE);
        chart = number();
        person = resident(ConsentChoice.EVERYTHING, hospital, chart);
    }

    long vitals() {
        return sheets.find(VITALS).orElseThrow().id();
    }

    String page(Requester by) {
        return String.valueOf(list.show(person, null, by, FRAME).getBody());
    }

    UUID begun(Requester by) {
        return draft(list.begin(person, vitals(), by, FRAME));
    }

    static UUID draft(ResponseEntity<?> answer) {
        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.SEE_OTHER);
        var place = Objects.requireNonNull(answer.getHeaders().getLocation()).toString();
        return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
    }

    ResponseEntity<?> send(Requester by, UUID draft, int seen, String act, String... pairs) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("act", act);
        sent.add("seen", Integer.toString(seen));
        sent.add("page", "0");
        for (var n = 0; n < pairs.length; n += 2) {
            sent.add(pairs[n], pairs[n + 1]);
        }
        return fill.save(person, draft, sent, null, by, FRAME);
    }

    static String place(ResponseEntity<?> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    List<ChartEntry> rows(Requester by, RecordKind kind) {
        return shown(by, person).stream().filter(entry -> entry.kind() == kind).toList();
    }

    UUID signedOff(Requester by, String pulse) {
        var draft = begun(by);
        assertThat(place(send(by, draft, 1, "sign", WHEN, "2026-11-20T09:30", WEIGHT, "62.4", PULSE, pulse)))
                .contains("told=signed");
        settle(by.facility());
        return draft;
    }

    UUID paper(Requester by) {
        return rows(by, RecordKind.DOCUMENT).getFirst().id();
    }
}
