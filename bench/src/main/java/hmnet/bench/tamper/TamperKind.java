package hmnet.bench.tamper;

import java.util.Locale;
import java.util.SplittableRandom;

/// What somebody who owns the tables may try (改ざんの種類). Those from `RESEALED` on also hold the centre's key and sign
/// again.
enum TamperKind {
    FLIPPED_BODY {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.flip("audit_event", "body", "id = (select event from audit_leaf where leaf = ?)", log.leaf(lots), lots);
        }
    },
    FLIPPED_LEAF_HASH {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.flip("audit_leaf", "hash", "leaf = ?", log.leaf(lots), lots);
        }
    },
    FLIPPED_NODE {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.flip("audit_node", "hash", "level = 1 and index = ?", log.node(lots), lots);
        }
    },
    FLIPPED_CHECKPOINT {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.flipNote(log.checkpoint(lots), lots);
        }
    },
    MOVED_TO_ANOTHER_PERSON {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.otherPerson(log.leaf(lots));
        }
    },
    DATED_BACK {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.dateBack(log.leaf(lots), 1 + lots.nextInt(1_000_000));
        }
    },
    INSERTED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.insert(log.leaf(lots), lots);
        }
    },
    DELETED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.delete(log.leaf(lots));
        }
    },
    ERASED_SILENTLY {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.erase(log.leaf(lots));
        }
    },
    SWAPPED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.swap(log.leaf(lots), lots);
        }
    },
    TAIL_CUT {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.cut(log.leaf(lots));
        }
    },
    ROLLED_BACK {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.rollBack(log.smallerCheckpoint(lots));
        }
    },
    RESEALED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.reseal(log.leaf(lots));
            log.signAnew();
        }
    },
    INSERTED_AND_SIGNED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.insert(log.leaf(lots), lots);
            log.signAnew();
        }
    },
    DELETED_AND_SIGNED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.delete(log.leaf(lots));
            log.signAnew();
        }
    },
    SWAPPED_AND_SIGNED {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            log.swap(log.leaf(lots), lots);
            log.signAnew();
        }
    },
    ROLLED_BACK_AND_GROWN {
        @Override
        void run(TamperedTables log, SplittableRandom lots) {
            var before = log.size();
            log.rollBack(log.smallerCheckpoint(lots));
            while (log.size() < before + 3) {
                log.insert(log.size(), lots);
            }
            log.signAnew();
        }
    };

    abstract void run(TamperedTables log, SplittableRandom lots);

    /// `rolled-back-and-grown`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
