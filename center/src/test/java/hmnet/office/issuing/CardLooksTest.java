package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// U19.
class CardLooksTest {
    @Test
    void aPatternIsShownAsTheOfficeWritesShapes() {
        assertThat(SchemesScreen.looks("(?<number>[0-9]{13})")).isEqualTo("{#############}");
        assertThat(SchemesScreen.looks("K(?<number>\\d{6})[A-Z]")).isEqualTo("K{######}@");
        assertThat(SchemesScreen.looks("K######")).isEqualTo("K######");
        assertThat(SchemesScreen.looks(";(?<number>[0-9]{10})=[0-9]{0,16}\\?")).isEqualTo(";{##########}=*?");
        assertThat(SchemesScreen.looks("[A-D](?<number>[0-9]{10})[A-D]")).isEqualTo("A–D{##########}A–D");
        assertThat(SchemesScreen.looks("\\QK\\E(?<number>[0-9][0-9][0-9][0-9])\\Q?\\E"))
                .isEqualTo("K{####}?");
    }
}
