/**
 * What people on call need to know about a provider: status page, the answers of an outage and of
 * an exhausted quota, documented availability. Data with a source and the day it was checked; read
 * from the catalogue section {@code provider-facts}. Knows nothing of the scanned code.
 */
package dev.aiaudit.catalog.facts;
