package hmnet.bench.exposure;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.audit.TraceOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/// One event of a year in a region, drawn by seed and number (模擬の開示). Large facilities and busy people come up most.
record DrawnEvent(UUID id, Instant at, Trace trace, TraceOrigin origin) {
    static final int FACILITIES = 1_150;
    static final int STAFF = 20_000;
    static final int PERSONS = 1_000_000;
    static final Duration SPAN = Duration.ofDays(365);
    private static final int ADDRESSES = 4;
    private static final int MACHINES_IN_TEN = 2;
    private static final long DAY = 86_400;

    /// @param share from 0 to 1, where in the year it stands
    static DrawnEvent of(long seed, long number, double share, Instant begin) {
        var lots = new SplittableRandom(seed * 1_000_003 + number);
        var at = begin.plusNanos((long) (share * SPAN.toNanos()) / 1_000 * 1_000);
        var place = cubed(lots);
        var facility = 1 + (int) (place * FACILITIES);
        var staff = 1 + (int) (place * STAFF);
        var machine = lots.nextInt(10) < MACHINES_IN_TEN;
        var person = person(lots.nextInt(PERSONS));
        var trace = Trace.of(
                        machine ? Action.PERSON_QUERIED : Action.CHART_OPENED,
                        machine ? Actor.facility(facility) : Actor.staff(staff),
                        machine ? "told" : "opened")
                .at(facility)
                .as(machine ? "" : "doctor")
                .about(person)
                .purpose("TREATMENT")
                .with("view", "care/viewer/summary");
        var credential = machine ? certificate(facility) : session(staff, at.getEpochSecond() / DAY);
        return new DrawnEvent(
                new UUID((at.toEpochMilli() << 16) | 0x7000 | (lots.nextLong() & 0xFFF), number | Long.MIN_VALUE),
                at,
                trace,
                new TraceOrigin(address(facility, lots.nextInt(ADDRESSES)), credential));
    }

    static UUID person(int number) {
        return new UUID(0x4000L, number | Long.MIN_VALUE);
    }

    static String address(int facility, int host) {
        return "10." + facility / 256 + "." + facility % 256 + "." + (host + 1);
    }

    static String certificate(int facility) {
        return "certificate:%064x".formatted(facility);
    }

    private static String session(int staff, long day) {
        return "session:%016x".formatted(staff * 100_000L + day);
    }

    private static double cubed(SplittableRandom lots) {
        var u = lots.nextDouble();
        return u * u * u;
    }

    /// Its text as the log writes it.
    String text() {
        return "{\"action\":\"" + trace.action().word() + "\",\"actor\":\""
                + trace.actor().word() + "\",\"address\":\"" + origin.address() + "\",\"at\":\"" + at
                + "\",\"credential\":\"" + origin.credential() + "\",\"detail\":{\"view\":\""
                + trace.detail().get("view") + "\"},\"facility\":" + trace.facility() + ",\"id\":\"" + id
                + "\",\"outcome\":\"" + trace.outcome() + "\",\"person\":\"" + trace.person() + "\",\"profession\":\""
                + trace.profession() + "\",\"purpose\":\"" + trace.purpose() + "\",\"v\":2}";
    }
}
