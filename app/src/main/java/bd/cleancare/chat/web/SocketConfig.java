package bd.cleancare.chat.web;

import org.apache.catalina.Context;
import org.apache.tomcat.websocket.server.Constants;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat's WebSockets, with buffers for short messages: thousands of connections are open, and almost all of them silent. */
@Configuration
class SocketConfig {

    private static final String BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        // Not smaller than what is read from the socket at once, or the rest of a burst waits there for more to come.
        if (System.getProperty(BUFFER) == null) {
            System.setProperty(BUFFER, "1024");
        }
        return factory -> {
            // HTTP reads past the first buffer into its own, and writes what the second does not hold in a few more packets; a WebSocket keeps
            // both for as long as it is open.
            factory.addConnectorCustomizers(connector -> connector.setProperty("socket.appReadBufSize", "1024"),
                    connector -> connector.setProperty("socket.appWriteBufSize", "2048"));
            factory.addContextCustomizers(SocketConfig::install);
        };
    }

    private static void install(Context context) {
        context.addParameter(Constants.TEXT_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, "512");
        context.addParameter(Constants.BINARY_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, "125");
        context.addServletContainerInitializer(new WsSci(), null);
    }
}
