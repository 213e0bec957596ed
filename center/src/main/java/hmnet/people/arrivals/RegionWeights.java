package hmnet.people.arrivals;

import hmnet.people.matching.Matcher;
import hmnet.people.matching.Weights;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The matcher with the weights of this region (地域の重み): those of `HMNET_MATCHING_WEIGHTS`, or the ones
/// that come with the centre.
@Configuration
public class RegionWeights {
    @Bean
    Matcher matcher(MatchingSettings settings) throws IOException {
        return new Matcher(read(settings.weights()));
    }

    /// Those of a file, or the ones that come with the centre if its name is blank.
    public static Weights read(String file) throws IOException {
        try (var reader = file.isBlank() ? shipped() : Files.newBufferedReader(Path.of(file))) {
            return Weights.read(reader);
        }
    }

    private static BufferedReader shipped() {
        var stream = Objects.requireNonNull(RegionWeights.class.getResourceAsStream("weights.txt"), "weights.txt");
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
