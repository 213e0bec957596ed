package hmnet.ground.keys;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ring of this centre. Its keys come from the database's configuration, which makes sure that they fit.
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    KeyRing ring(DataFolder folder, KeySettings settings) {
        return KeyRing.in(folder.data(), settings);
    }
}
