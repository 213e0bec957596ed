package hmnet;

import hmnet.command.Verbs;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The centre (センター). The first argument is a verb; `./hmnet help` lists them.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hmnet {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] arguments) {
        Verbs.run(arguments);
    }

    public static SpringApplication application() {
        return new SpringApplication(Hmnet.class);
    }
}
