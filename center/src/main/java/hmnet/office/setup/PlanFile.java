package hmnet.office.setup;

import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a plan file as a stream (移行ファイルの読取り), so that it may hold a prefecture, and knows on which
/// line it is when something is wrong.
final class PlanFile {
    private static final int BATCH = 5_000;
    private final Path file;
    private final JsonMapper json;

    PlanFile(Path file, JsonMapper json) {
        this.file = file;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// What is done with what the file holds, in its order.
    interface PlanTaker {
        void facility(PlannedFacility facility);

        void staff(PlannedStaff staff);

        void rule(PlannedRule rule);

        void line(PlannedLine line);

        /// Refuses a resident before its batch is taken, so that the line named is its own.
        void check(PlannedResident resident);

        void residents(List<PlannedResident> batch);
    }

    /// @throws BadPlan with the line at fault
    public void read(PlanTaker taking) {
        try (var parser = json.createParser(file.toFile())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    section(parser, taking);
                }
            }
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new BadPlan(file, line, line, e);
        }
    }

    private void section(JsonParser parser, PlanTaker taking) {
        switch (parser.currentName()) {
            case "facilities" -> each(parser, PlannedFacility.class, taking::facility);
            case "staff" -> each(parser, PlannedStaff.class, taking::staff);
            case "rules" -> each(parser, PlannedRule.class, taking::rule);
            case "lines" -> each(parser, PlannedLine.class, taking::line);
            case "residents" -> residents(parser, taking);
            // From outside: the names in a JSON file.
            default -> parser.nextToken();
        }
    }

    private <T> void each(JsonParser parser, Class<T> type, Consumer<T> take) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var line = line(parser);
            at(line, line, () -> take.accept(json.readValue(parser, type)));
        }
    }

    private void residents(JsonParser parser, PlanTaker taking) {
        var batch = new ArrayList<PlannedResident>(BATCH);
        var from = new long[] {0};
        each(parser, PlannedResident.class, resident -> {
            taking.check(resident);
            from[0] = batch.isEmpty() ? line(parser) : from[0];
            batch.add(resident);
            if (batch.size() == BATCH) {
                at(from[0], line(parser), () -> taking.residents(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            at(from[0], line(parser), () -> taking.residents(batch));
        }
    }

    private void at(long from, long to, Runnable work) {
        try {
            work.run();
        } catch (BadPlan e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BadPlan(file, from, to, e);
        }
    }

    private static long line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
