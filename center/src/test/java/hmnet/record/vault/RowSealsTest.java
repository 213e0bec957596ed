package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.keys.Keys;
import hmnet.record.filing.Ward;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What seals of rows hide, and that Java and SQL seal alike.
class RowSealsTest extends Ward {
    private static final UUID ROW = UUID.fromString("10000000-0000-4000-8000-000000000001");
    private static final UUID OTHER_ROW = UUID.fromString("10000000-0000-4000-8000-000000000002");

    @Test
    void whatIsSealedOpensInItsRowAlone() {
        var seal = seals.of(7);
        assertThat(seal.labels(ROW, seal.labels(ROW, 0b1011))).isEqualTo(0b1011);
        for (var code : new String[] {"-", "", "01", "精神科と呼ばれる長い名前の診療科"}) {
            assertThat(seal.department(ROW, seal.department(ROW, code))).isEqualTo(code);
        }
        var sealed = seal.department(ROW, "01");
        assertThatThrownBy(() -> seal.department(OTHER_ROW, sealed)).isInstanceOf(IllegalStateException.class);
        var changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.department(ROW, changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equalWordsOfTwoRowsLookDifferentAndEqualSourcesOfTwoPatientsToo() {
        var seal = seals.of(7);
        assertThat(seal.labels(ROW, 0)).isNotEqualTo(seal.labels(OTHER_ROW, 0));
        assertThat(seal.department(ROW, "01")).isNotEqualTo(seal.department(OTHER_ROW, "01"));
        assertThat(seal.department(ROW, "-")).hasSameSizeAs(seal.department(ROW, "精神科"));
        assertThat(seal.source("20260401/OML-11/000000000000012"))
                .isEqualTo(seals.of(7).source("20260401/OML-11/000000000000012"))
                .isNotEqualTo(seals.of(8).source("20260401/OML-11/000000000000012"));
    }

    @Test
    void equalCodesOfTwoPatientsAreTwoNumbers() {
        var code = "http://hl7.org/fhir/sid/icd-10|B24";
        assertThat(seals.of(7).code(code))
                .isEqualTo(seals.of(7).code(code))
                .isNotEqualTo(seals.of(8).code(code))
                .isNotEqualTo(seals.of(7).code(code + "0"));
        assertThat(seals.foreignId("placer-order/1", "12"))
                .startsWith(RowSeals.KEYED)
                .isNotEqualTo(seals.foreignId("placer-order/2", "12"));
    }

    /// Rows without a label would else show what all others lie apart from.
    @Test
    void sealedLabelsAreSpreadOverAllBits() {
        var seal = seals.of(7);
        var seen = new HashSet<Long>();
        var ones = 0;
        for (var row = 0; row < 1_000; row++) {
            var sealed = seal.labels(new UUID(9, row), 0);
            seen.add(sealed);
            ones += Long.bitCount(sealed);
        }
        assertThat(seen).hasSize(1_000);
        assertThat(ones / 1_000.0).isBetween(30.0, 34.0);
    }

    @Test
    void aSourceKeyOpensUnderItsPatientAndItsKeyAlone() {
        var sealed = seals.of(7).source("-/ADT-00/999999999999999");
        assertThat(sealed).doesNotContain("ADT").doesNotContain("/");
        assertThat(seals.of(7).sourceOf(sealed)).isEqualTo("-/ADT-00/999999999999999");
        assertThatThrownBy(() -> seals.of(8).sourceOf(sealed)).isInstanceOf(IllegalStateException.class);
        var stranger = new RowSeals(new Keys(new byte[32]));
        assertThatThrownBy(() -> stranger.of(7).sourceOf(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seals.of(7).sourceOf("-/ADT-00/999999999999999"))
                .hasMessageContaining("start the centre once");
    }

    @Test
    void sqlOpensLabelsAndComparesDepartmentsAsJavaDoes() {
        var seal = seals.of(7);
        for (var labels : new long[] {0, 1, 0b1010000, -1, Long.MIN_VALUE}) {
            assertThat(row("select " + RowSeals.labels("g.seal", "r") + " = " + "(?::bigint)", seal, labels))
                    .isTrue();
        }
        assertThat(row("select " + RowSeals.isOf("'01'", "g.seal", "r") + " and ?::bigint = 0", seal, 0))
                .isTrue();
        assertThat(row("select " + RowSeals.isOf("'1'", "g.seal", "r") + " and ?::bigint = 0", seal, 0))
                .isFalse();
    }

    private boolean row(String select, PatientSeal seal, long labels) {
        return db.sql(select + " from (select ?::uuid as id, ?::bigint as labels, ?::bytea as department) r,"
                        + " (select ?::bytea as seal) g")
                .params(labels, ROW, seal.labels(ROW, labels), seal.department(ROW, "01"), seal.forSql())
                .query(Boolean.class)
                .single();
    }
}
