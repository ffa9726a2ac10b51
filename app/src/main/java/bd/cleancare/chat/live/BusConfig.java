package bd.cleancare.chat.live;

import bd.cleancare.chat.ChatSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BusConfig {

    @Bean
    Bus chatBus(ChatSettings settings) {
        return settings.redisUrl().isEmpty() ? new OneNode() : new RedisBus(settings.redisUrl());
    }
}
