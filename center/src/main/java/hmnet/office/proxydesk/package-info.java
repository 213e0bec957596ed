/// The office's page of proxies, parents, guardians and deaths (代理人の窓口).
@ApplicationModule
@NullMarked
package hmnet.office.proxydesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
