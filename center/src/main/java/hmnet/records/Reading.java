package hmnet.records;

import hmnet.formats.adt.IdentityMessage;
import hmnet.formats.hl7.Repair;
import hmnet.formats.ssmix2.Flag;
import hmnet.formats.ssmix2.StorageFile;
import hmnet.identity.Claim;
import hmnet.records.FilingQueue.Waiting;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What reading a waiting file came to (読取り結果).
sealed interface Reading {
    Waiting waiting();

    /// It can be taken in, and this is what had to be put right.
    sealed interface Good extends Reading {
        List<Repair> repairs();
    }

    /// A message of the facility's identity feed is understood.
    record Heard(Waiting waiting, IdentityMessage message) implements Good {
        @Override
        public List<Repair> repairs() {
            return message.repairs();
        }
    }

    /// A storage file is understood.
    ///
    /// @param digest the first hex digits of the bytes' SHA-256
    record Understood(Waiting waiting, StorageFile file, String digest, List<Repair> repairs) implements Good {
        private static final DateTimeFormatter MESSAGE_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

        Claim claim() {
            var master = file.name().kind() == hmnet.formats.ssmix2.StorageKind.ADT_00;
            return new Claim(file.name().patient(), file.person(), file.messageTime(), master && flag() != 0);
        }

        /// Time of the event at the source, message time, digest: sorts like time and differs for other bytes.
        String version() {
            var occurred = file.name().occurred();
            return occurred
                    + "0".repeat(17 - occurred.length())
                    + "."
                    + file.messageTime().withOffsetSameInstant(ZoneOffset.UTC).format(MESSAGE_TIME)
                    + "."
                    + digest;
        }

        int flag() {
            return file.deletes() ? 0 : file.name().flag().mark() - Flag.RETRACTED.mark();
        }
    }

    /// It waits for the patient's own demographics.
    record Parked(Waiting waiting) implements Reading {}

    /// A human has to look at it.
    record Refused(Waiting waiting, String reason, String detail) implements Reading {}
}
