package hmnet.care.handbookapp;

import hmnet.ground.design.Messages;
import hmnet.ground.directory.ResidentCaller;
import java.util.Optional;

/// Something to look after, on the home of the handbook (確認のお願い). A module above tells it; it says nothing of the
/// chart.
public interface HandbookReminder {
    /// Nothing where nothing is due, or the reader cannot do it.
    Optional<Reminder> of(ResidentCaller resident, Messages m);

    /// One of them.
    ///
    /// @param address where it is done
    record Reminder(String words, String address) {}
}
