package hmnet.ground.design;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people reach the office (事務局の連絡先): `HMNET_OFFICE_…`.
///
/// @param phone the office's telephone and its hours, at the foot of every page; empty shows none
@ConfigurationProperties("hmnet.office")
record OfficeSettings(@DefaultValue("") String phone) {}
