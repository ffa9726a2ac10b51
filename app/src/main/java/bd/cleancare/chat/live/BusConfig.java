package bd.cleancare.chat.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BusConfig {

    @Bean
    Bus chatBus() {
        return new OneNode();
    }
}
