/**
 * The pages of a store's own console, one bean for each view of the same name. A bean asks a boundary of the shop or the
 * platform, which demands the right to what it gives, and answers with records. Pages that nobody needs to be known for count by a link that was mailed.
 *
 * <p>May use: admin, tenancy.scope, tenancy.security, tenancy.registry, tenancy.door, tenancy.configuration,
 * tenancy.storage, tenancy.audit, tenancy.review, tenancy.identification, shop.catalog, shop.imports, shop.money, shop.media,
 * shop.orders, shop.preferences, shop.reports, shop.theme.
 */
@NullMarked
package com.dainostore.admin.merchant;

import org.jspecify.annotations.NullMarked;
