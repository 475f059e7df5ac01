//! An address that leads nowhere.

use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;

/// Says so and shows the way out.
#[component]
pub fn Unknown() -> View {
    let link = |route: Route| {
        view! {
            <li>
                <a class="kd-link" href=route.href()>
                    {route.title()}
                </a>
            </li>
        }
    };
    view! {
        <div class="kd-page kd-page--narrow">
            <h1 tabindex="-1">{Route::Unknown.title()}</h1>
            <p>
                "Unter dieser Adresse gibt es hier keine Seite. Vielleicht stammt sie aus einer anderen Version. Ihr Bestand ist davon nicht berührt."
            </p>
            <p>"Hier geht es weiter:"</p>
            <ul class="kd-links">
                {[Route::Due, Route::Data, Route::Welcome].map(link).into_iter().collect::<View>()}
            </ul>
        </div>
    }
}
