package hmnet.ground.limits;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whether somebody may read or ask on (閲覧・照会の上限). Counted are different charts and different persons: one that was
/// opened within a day may be opened again, however often. What is more than usual is told to a desk
/// (`ReadingAlerts`); what is far more is refused.
@Component
public class ReadingLimits {
    /// Within what time a facility's machine is told of so many persons.
    public static final Duration COUNTED = ReadingMeasure.PERSONS_HOUR.window();

    private final JdbcClient db;
    private final ReadingAlerts alerts;
    private final LimitSettings settings;
    private final KeyedHash hash;

    public ReadingLimits(JdbcClient db, ReadingAlerts alerts, LimitSettings settings, Keys keys) {
        this.db = db;
        this.alerts = alerts;
        this.settings = settings;
        this.hash = new KeyedHash(keys, "charts that were opened");
    }

    /// Counts a chart that is about to be opened, and says whether it may be.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean admit(Requester reader, UUID person) {
        var chart = hash.of(reader.staff().value() + "/" + person);
        if (isOpen(reader.staff(), chart)) {
            return true;
        }
        var staff = reader.staff().value();
        var ofInterest = Math.max(settings.chartsHourAlert(), settings.stoppedReaderHour());
        var hour = count(ReadingMeasure.CHARTS_HOUR, staff, ofInterest, settings.chartsHour());
        var day = count(ReadingMeasure.CHARTS_DAY, staff, settings.chartsDayAlert(), settings.chartsDay());
        if (isOver(hour + 1, settings.chartsHour())) {
            alerts.raise(ReadingMeasure.CHARTS_HOUR, reader, hour, true);
            return false;
        }
        if (isOver(day + 1, settings.chartsDay())) {
            alerts.raise(ReadingMeasure.CHARTS_DAY, reader, day, true);
            return false;
        }
        var all = count(
                ReadingMeasure.FACILITY_HOUR,
                reader.facility().value(),
                settings.facilityHourAlert(),
                settings.facilityHour());
        if (isOver(all + 1, settings.facilityHour()) && hour >= settings.stoppedReaderHour()) {
            alerts.raise(ReadingMeasure.FACILITY_HOUR, reader.facility(), all, true);
            return false;
        }
        note(reader, chart);
        tell(reader, hour + 1, day + 1, all + 1);
        return true;
    }

    /// Counts a chart that an emergency door opens: whoever opens many is told of, and nobody is refused.
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(Requester reader, UUID person) {
        var chart = hash.of(reader.staff().value() + "/" + person);
        if (isOpen(reader.staff(), chart)) {
            return;
        }
        var staff = reader.staff().value();
        var hour = count(ReadingMeasure.CHARTS_HOUR, staff, settings.chartsHourAlert(), 0);
        var day = count(ReadingMeasure.CHARTS_DAY, staff, settings.chartsDayAlert(), 0);
        var all = count(ReadingMeasure.FACILITY_HOUR, reader.facility().value(), settings.facilityHourAlert(), 0);
        note(reader, chart);
        tell(reader, hour + 1, day + 1, all + 1);
    }

    private void note(Requester reader, long chart) {
        db.sql("insert into chart_look (staff, facility, chart) values (?, ?, ?)")
                .params(reader.staff().value(), reader.facility().value(), chart)
                .update();
    }

    private boolean isOpen(StaffId reader, long chart) {
        return db.sql("""
                        select exists (select from chart_look
                                        where staff = ? and at > now() - interval '1 day' and chart = ?)""").params(reader.value(), chart).query(Boolean.class).single();
    }

    private void tell(Requester reader, int hour, int day, int all) {
        if (isOver(hour, settings.chartsHourAlert())) {
            alerts.raise(ReadingMeasure.CHARTS_HOUR, reader, hour, false);
        } else if (isOver(day, settings.chartsDayAlert())) {
            alerts.raise(ReadingMeasure.CHARTS_DAY, reader, day, false);
        }
        if (isOver(all, settings.facilityHourAlert())) {
            alerts.raise(ReadingMeasure.FACILITY_HOUR, reader.facility(), all, false);
        }
    }

    /// Counts persons whom a facility's machine is about to be told of, and says whether it may be: all of them or
    /// none.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean admit(FacilityId machine, Collection<UUID> people) {
        if (people.isEmpty()) {
            return true;
        }
        var keys = people.stream()
                .distinct()
                .map(person -> hash.of("facility " + machine.value() + "/" + person))
                .toArray(Long[]::new);
        var fresh = db.sql("""
                        select k from unnest(?::bigint[]) as k
                         where not exists (select from person_told t
                                            where t.facility = ? and t.at > now() - interval '1 day' and t.person = k)""").params(keys, machine.value()).query(Long.class).list();
        if (fresh.isEmpty()) {
            return true;
        }
        var told = told(machine);
        if (!mayBeTold(machine, told, fresh.size())) {
            return false;
        }
        db.sql("insert into person_told (facility, person) select ?, k from unnest(?::bigint[]) as k")
                .params(machine.value(), fresh.toArray(Long[]::new))
                .update();
        if (isOver(told.hour() + fresh.size(), settings.personsHourAlert())) {
            alerts.raise(ReadingMeasure.PERSONS_HOUR, machine, told.hour() + fresh.size(), false);
        } else if (isOver(told.day() + fresh.size(), settings.personsDayAlert())) {
            alerts.raise(ReadingMeasure.PERSONS_DAY, machine, told.day() + fresh.size(), false);
        }
        return true;
    }

    /// Of how many persons a machine was told.
    private record ToldPersons(int hour, int day) {}

    private ToldPersons told(FacilityId machine) {
        var of = machine.value();
        return new ToldPersons(
                count(ReadingMeasure.PERSONS_HOUR, of, settings.personsHourAlert(), settings.personsHour()),
                count(ReadingMeasure.PERSONS_DAY, of, settings.personsDayAlert(), settings.personsDay()));
    }

    /// Whether so many persons more are within the limits; else the desk is told.
    private boolean mayBeTold(FacilityId machine, ToldPersons told, int more) {
        if (isOver(told.hour() + more, settings.personsHour())) {
            alerts.raise(ReadingMeasure.PERSONS_HOUR, machine, told.hour(), true);
            return false;
        }
        if (isOver(told.day() + more, settings.personsDay())) {
            alerts.raise(ReadingMeasure.PERSONS_DAY, machine, told.day(), true);
            return false;
        }
        return true;
    }

    /// Whether a facility's machine may be told that there is nobody. Beyond the limit it may not: the difference
    /// would tell of whom there is somebody.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean answersAboutNobody(FacilityId machine) {
        return mayBeTold(machine, told(machine), 1);
    }

    /// Counted as far as a limit goes, and not at all where nothing is limited.
    private int count(ReadingMeasure measure, long whose, int alert, int limit) {
        if (alert <= 0 && limit <= 0) {
            return 0;
        }
        return db.sql(measure.countSql())
                .param("most", limit > 0 ? Math.max(alert, limit) + 1 : Integer.MAX_VALUE)
                .param("whose", whose)
                .param("seconds", measure.window().toSeconds())
                .param("measure", measure.word())
                .query(Integer.class)
                .single();
    }

    private static boolean isOver(int count, int limit) {
        return limit > 0 && count > limit;
    }

    /// Every hour: who opened what the day before yesterday is nobody's business any more.
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        db.sql("delete from chart_look where at < now() - interval '25 hours'").update();
        db.sql("delete from person_told where at < now() - interval '25 hours'").update();
    }
}
