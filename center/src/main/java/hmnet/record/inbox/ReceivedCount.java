package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts what a facility's door kept (受信数), when the last of it came, and how long the feed had been silent before.
final class ReceivedCount {
    private ReceivedCount() {}

    /// A silence of less than an hour is none; those of more than four weeks ago are forgotten.
    static void add(JdbcClient db, FacilityId facility, int fresh) {
        db.sql("""
                        with was as (select facility, last_received_at as at from inbox_received where facility = :facility),
                             silence as (select facility, extract(epoch from now() - at)::int as seconds from was
                                          where at < now() - interval '1 hour'),
                             kept as (insert into inbox_received as known (facility, kept, last_received_at)
                                      values (:facility, :fresh, now())
                                          on conflict (facility) do update
                                         set kept = known.kept + excluded.kept, last_received_at = now()),
                             forgotten as (delete from feed_silence f using silence
                                            where f.facility = silence.facility
                                              and f.ended_at < now() - interval '28 days')
                        insert into feed_silence (facility, ended_at, seconds)
                        select facility, now(), seconds from silence
                            on conflict do nothing""").param("facility", facility.value()).param("fresh", fresh).update();
    }
}
