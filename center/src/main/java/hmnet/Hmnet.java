package hmnet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The centre (センター). The first argument is a verb; `./hmnet help` lists them.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Hmnet {
    public static void main(String[] arguments) {
        SpringApplication.run(Hmnet.class, arguments);
    }
}
