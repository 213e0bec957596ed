package hmnet.record.examination;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileExaminer;
import hmnet.formats.other.OtherFile;
import hmnet.formats.other.room.ExaminationRoom;
import hmnet.formats.other.room.RoomLimits;
import hmnet.ground.keys.DataFolder;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Looks at files that strangers sent (ファイルの検査), never in this process: a scanner first, where there is one. Whoever
/// hands one out asks here first,
/// each time anew: what was harmless yesterday may be known for harmful today.
@Component
public class Examination implements FileExaminer, DisposableBean {
    private final VirusScan virusScan;
    private final ExaminationRoom room;
    private final RecentVerdicts recent = new RecentVerdicts();

    Examination(ExaminationSettings settings, VirusScan virusScan, DataFolder data) throws IOException {
        this.virusScan = virusScan;
        this.room = new ExaminationRoom(
                new RoomLimits(settings.processes(), Duration.ofSeconds(settings.seconds()), settings.megabytes()),
                data.data().resolve("examination"));
    }

    @Override
    public OtherFile examine(byte[] bytes, String name) throws Unreadable {
        var hash = Sha256.hex(bytes) + " " + name;
        var known = recent.of(hash);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            var told = virusScan.scan(bytes);
            var file = room.examine(bytes, name);
            if (!told.isEmpty()) {
                return file.withNotes(told);
            }
            recent.keep(hash, file);
            return file;
        } catch (Unreadable refusal) {
            if (!isForNow(refusal)) {
                recent.keep(hash, refusal);
            }
            throw refusal;
        }
    }

    ExaminationRoom room() {
        return room;
    }

    /// Whether the same file may be judged otherwise in a moment.
    public static boolean isForNow(Unreadable refusal) {
        return refusal.note().code().equals("not-scanned");
    }

    @Override
    public void destroy() {
        room.close();
    }
}
