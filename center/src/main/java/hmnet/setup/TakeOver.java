package hmnet.setup;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Trace;
import hmnet.directory.FacilityId;
import hmnet.setup.Plan.PlannedFacility;
import hmnet.setup.Plan.PlannedResident;
import hmnet.setup.Plan.PlannedRule;
import hmnet.setup.Plan.PlannedStaff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Takes over a plan file into an empty centre (初期移行), all or nothing. Residents stream through in
/// batches, so the file may hold a prefecture.
@Component
class TakeOver {
    private static final int BATCH = 5_000;
    private final Participants participants;
    private final Residents residents;
    private final Audit audit;
    private final JsonMapper json;

    TakeOver(Participants participants, Residents residents, Audit audit, JsonMapper json) {
        this.participants = participants;
        this.residents = residents;
        this.audit = audit;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// Takes over and returns the residents to be named in the credentials: those that are examples, and a few
    /// others.
    @Transactional
    public Taken take(Path plan, Path pki) throws IOException {
        var facilities = new HashMap<String, FacilityId>();
        var named = new ArrayList<PlannedResident>();
        var list = new ArrayList<PlannedFacility>();
        var staff = new ArrayList<PlannedStaff>();
        try (var parser = json.createParser(plan.toFile())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                switch (parser.currentName()) {
                    case "facilities" ->
                        each(parser, PlannedFacility.class, 1, batch -> {
                            list.addAll(batch);
                            batch.forEach(f -> facilities.put(f.code(), participants.facility(f, pki)));
                        });
                    case "staff" ->
                        each(parser, PlannedStaff.class, 1, batch -> {
                            staff.addAll(batch);
                            batch.forEach(s -> participants.staff(s, facilities));
                        });
                    case "rules" ->
                        each(
                                parser,
                                PlannedRule.class,
                                1,
                                batch -> batch.forEach(rule -> participants.rule(rule, facilities)));
                    case "residents" ->
                        each(parser, PlannedResident.class, BATCH, batch -> {
                            residents.takeOver(batch, facilities);
                            batch.stream()
                                    .filter(r -> r.featured() != null || named.size() < 30)
                                    .forEach(named::add);
                        });
                    default -> parser.nextToken();
                }
            }
        }
        audit.write(new Trace(
                Action.SETUP, "centre", 0, "", null, "", "taken-over", new TreeMap<>(Map.of("file", "plan.json"))));
        return new Taken(list, staff, named);
    }

    /// Whether facilities stand in the centre already.
    boolean done() {
        return participants.any();
    }

    /// What was taken over, as far as the credentials name it.
    record Taken(List<PlannedFacility> facilities, List<PlannedStaff> staff, List<PlannedResident> residents) {}

    private <T> void each(JsonParser parser, Class<T> type, int size, Consumer<List<T>> take) {
        parser.nextToken();
        var batch = new ArrayList<T>(size);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            batch.add(json.readValue(parser, type));
            if (batch.size() == size) {
                take.accept(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            take.accept(batch);
        }
    }
}
