/// 健康手帳アプリ: the handbook as an installable web app, and its copy on a device for where there is no network.
@ApplicationModule
@NullMarked
package hmnet.care.handbookapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
