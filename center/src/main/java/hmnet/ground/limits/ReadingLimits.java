package hmnet.ground.limits;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
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

    private record ChartCount(int hour, int day, boolean known) {}

    /// Counts a chart that is about to be opened, and says whether it may be.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean admit(Requester reader, UUID person) {
        var chart = hash.of(reader.staff().value() + "/" + person);
        var count = db.sql("""
                        select count(*) filter (where at > now() - interval '1 hour') as hour, count(*) as day,
                               coalesce(bool_or(chart = ?), false) as known
                          from chart_look where staff = ? and at > now() - interval '1 day'""")
                .params(chart, reader.staff().value())
                .query(ChartCount.class)
                .single();
        if (count.known()) {
            return true;
        }
        if (isOver(count.hour() + 1, settings.chartsHour())) {
            alerts.raise(ReadingMeasure.CHARTS_HOUR, reader, count.hour(), true);
            return false;
        }
        if (isOver(count.day() + 1, settings.chartsDay())) {
            alerts.raise(ReadingMeasure.CHARTS_DAY, reader, count.day(), true);
            return false;
        }
        db.sql("insert into chart_look (staff, facility, chart) values (?, ?, ?)")
                .params(reader.staff().value(), reader.facility().value(), chart)
                .update();
        tell(reader, count.hour() + 1, count.day() + 1);
        return true;
    }

    private void tell(Requester reader, int hour, int day) {
        if (isOver(hour, settings.chartsHourAlert())) {
            alerts.raise(ReadingMeasure.CHARTS_HOUR, reader, hour, false);
        } else if (isOver(day, settings.chartsDayAlert())) {
            alerts.raise(ReadingMeasure.CHARTS_DAY, reader, day, false);
        }
        if (settings.facilityHourAlert() > 0) {
            int all = inTheHour("chart_look", reader.facility());
            if (isOver(all, settings.facilityHourAlert())) {
                alerts.raise(ReadingMeasure.FACILITY_HOUR, reader.facility(), all, false);
            }
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
        var hour = inTheHour("person_told", machine) + fresh.size();
        if (!fresh.isEmpty() && isOver(hour, settings.personsHour())) {
            alerts.raise(ReadingMeasure.PERSONS_HOUR, machine, hour - fresh.size(), true);
            return false;
        }
        db.sql("insert into person_told (facility, person) select ?, k from unnest(?::bigint[]) as k")
                .params(machine.value(), fresh.toArray(Long[]::new))
                .update();
        if (!fresh.isEmpty() && isOver(hour, settings.personsHourAlert())) {
            alerts.raise(ReadingMeasure.PERSONS_HOUR, machine, hour, false);
        }
        return true;
    }

    private int inTheHour(String table, FacilityId facility) {
        return db.sql("select count(*) from " + table + " where facility = ? and at > now() - interval '1 hour'")
                .param(facility.value())
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
