package hmnet.ground.keys;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The centre's keys, from its data folder.
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    Keys keys(@Value("${hmnet.data:./data}") Path data) throws IOException {
        return Secrets.in(data).keys();
    }
}
