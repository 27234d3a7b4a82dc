//! Units, periods and the extension register, over HTTP.
//! Imports `domain` and `api`.

use super::{Http, NONE};
use crate::{
    api::{
        extensions::ExtensionList,
        me::{PeriodList, UnitView},
        path,
    },
    client::backend::Answer,
    domain::unit::UnitNo,
};

impl Http {
    /// One reporting unit in a period; without a period in the one that is reported now.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn unit(&self, unit: &UnitNo, period: Option<&str>) -> Answer<UnitView> {
        self.get(&path::fill(path::UNIT, unit.as_str()), &[("period", period)]).await
    }

    /// All periods.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn periods(&self) -> Answer<PeriodList> {
        self.get(path::PERIODS, &NONE).await
    }

    /// The extension register, or a part of it.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn extensions(&self, unit: Option<&str>, period: Option<&str>) -> Answer<ExtensionList> {
        self.get(path::EXTENSIONS, &[("unit", unit), ("period", period)]).await
    }
}
