package hmnet.ground.keys;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The centre's keys, from its data folder.
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    Keys keys(DataFolder folder) throws IOException {
        return Secrets.in(folder.data()).keys();
    }
}
