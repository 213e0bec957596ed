package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a sign-in leads afterwards, and where it does not.
class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..//x",
                "/../x",
                "/a/..",
                "/a/./b",
                "/a//b",
                "//elsewhere",
                "/\\elsewhere",
                "https://elsewhere/",
                "/signin",
                ""
            })
    void aPathThatWandersLeadsHome(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void aPageOfOursIsWhereOneComesBackTo() {
        assertThat(ReturnPath.of("/people/1/timeline?before=2026-04-01T00:00Z&q=a//b..c")
                        .value())
                .isEqualTo("/people/1/timeline?before=2026-04-01T00:00Z&q=a//b..c");
        assertThat(ReturnPath.of("/a.b/..c").value()).isEqualTo("/a.b/..c");
    }
}
